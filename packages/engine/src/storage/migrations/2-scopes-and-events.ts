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
`
