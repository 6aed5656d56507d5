/**
 * What waits at a join, and what is put off, belongs to a scope. Hosts, which are element instances
 * and process instances, wait for events.
 */
export const scopesAndEvents = `
CREATE TABLE arrived_flow_in_scope (
  process_instance_key INTEGER NOT NULL,
  scope_key INTEGER NOT NULL,
  element_id TEXT NOT NULL,
  flow_id TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (process_instance_key, scope_key, flow_id)
) STRICT, WITHOUT ROWID;
INSERT INTO arrived_flow_in_scope
  SELECT process_instance_key, process_instance_key, element_id, flow_id, count FROM arrived_flow;
DROP TABLE arrived_flow;
ALTER TABLE arrived_flow_in_scope RENAME TO arrived_flow;

-- Which instance of a multi-instance it is, from 1.
ALTER TABLE element_instance ADD COLUMN loop_counter INTEGER;

-- Multi-instances that go on.
CREATE TABLE loop (
  key INTEGER PRIMARY KEY,
  process_instance_key INTEGER NOT NULL,
  body_key INTEGER NOT NULL,
  started INTEGER NOT NULL
) STRICT;
CREATE INDEX loop_instance ON loop (process_instance_key);
-- Apart, since the list may be long, and the row above changes often.
CREATE TABLE loop_items (
  loop_key INTEGER PRIMARY KEY,
  items TEXT NOT NULL
) STRICT;
-- What each instance has given; a row each, so that the cost of one does not grow with the list.
CREATE TABLE loop_output (
  loop_key INTEGER NOT NULL,
  loop_counter INTEGER NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (loop_key, loop_counter)
) STRICT, WITHOUT ROWID;

UPDATE process_instance SET work_left = (
  SELECT json_group_array(
    CASE json_extract(value, '$.kind')
      WHEN 'TAKE_FLOW' THEN json_set(value, '$.scopeKey', process_instance.key)
      ELSE json(value)
    END)
  FROM json_each(work_left))
WHERE work_left IS NOT NULL;

CREATE TABLE timer (
  key INTEGER PRIMARY KEY,
  process_instance_key INTEGER NOT NULL,
  host_key INTEGER NOT NULL,
  element_id TEXT NOT NULL,
  due_at INTEGER NOT NULL,
  -- How often it comes again after that; null for ever.
  repetitions INTEGER,
  interval TEXT
) STRICT;
CREATE INDEX timer_instance ON timer (process_instance_key);
CREATE INDEX timer_due ON timer (due_at);

-- Of the latest versions only.
CREATE TABLE start_timer (
  key INTEGER PRIMARY KEY,
  process_definition_key INTEGER NOT NULL,
  process_id TEXT NOT NULL,
  element_id TEXT NOT NULL,
  due_at INTEGER NOT NULL,
  repetitions INTEGER,
  interval TEXT
) STRICT;
CREATE INDEX start_timer_process ON start_timer (process_id);
CREATE INDEX start_timer_due ON start_timer (due_at);

CREATE TABLE subscription (
  key INTEGER PRIMARY KEY,
  process_instance_key INTEGER NOT NULL,
  host_key INTEGER NOT NULL,
  element_id TEXT NOT NULL,
  -- MESSAGE, SIGNAL
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  correlation_key TEXT,
  -- CREATED, CORRELATED, DELETED
  state TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  ended_at INTEGER
) STRICT;
CREATE INDEX subscription_instance ON subscription (process_instance_key);
CREATE INDEX subscription_open ON subscription (kind, name, correlation_key, key)
  WHERE ended_at IS NULL;

CREATE VIEW message_subscription AS SELECT * FROM subscription WHERE kind = 'MESSAGE';

-- What starts the latest version of each process.
CREATE TABLE start_subscription (
  process_definition_id TEXT NOT NULL,
  process_definition_key INTEGER NOT NULL,
  element_id TEXT NOT NULL,
  -- MESSAGE, SIGNAL
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (process_definition_id, element_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX start_subscription_name ON start_subscription (kind, name, process_definition_key);

-- Of the message that has started it.
ALTER TABLE process_instance ADD COLUMN correlation_key TEXT;
CREATE INDEX process_instance_correlation ON process_instance (correlation_key)
  WHERE correlation_key IS NOT NULL AND state = 'ACTIVE';

-- Messages that wait for somebody to wait for them.
CREATE TABLE message (
  key INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  correlation_key TEXT NOT NULL,
  -- Empty for none.
  message_id TEXT NOT NULL,
  variables TEXT NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX message_name ON message (name, correlation_key, key);
CREATE INDEX message_expiry ON message (expires_at);

-- The processes that have had a message: each has it once.
CREATE TABLE message_correlation (
  message_key INTEGER NOT NULL,
  process_definition_id TEXT NOT NULL,
  PRIMARY KEY (message_key, process_definition_id)
) STRICT, WITHOUT ROWID;
`
