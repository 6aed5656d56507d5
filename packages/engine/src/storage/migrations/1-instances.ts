/**
 * Finished rows stay where they are: history is the same tables, so a search sees what was
 * acknowledged. Keys come from one counter; times are epoch milliseconds; values are JSON text.
 */
export const instances = `
CREATE TABLE meta (
  name TEXT PRIMARY KEY,
  value ANY NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE process_definition (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  name TEXT,
  version_tag TEXT,
  resource_name TEXT NOT NULL,
  digest TEXT NOT NULL,
  xml TEXT NOT NULL,
  deployed_at INTEGER NOT NULL,
  UNIQUE (id, version)
) STRICT;

-- Elements of each definition, so that their instances need not repeat names.
CREATE TABLE element (
  process_definition_key INTEGER NOT NULL,
  id TEXT NOT NULL,
  name TEXT,
  PRIMARY KEY (process_definition_key, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE process_instance (
  key INTEGER PRIMARY KEY,
  process_definition_key INTEGER NOT NULL,
  state TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  ended_at INTEGER,
  incident_count INTEGER NOT NULL,
  tags TEXT NOT NULL,
  -- Transitions that the step budget put off (JSON), done first after a restart.
  work_left TEXT
) STRICT;
CREATE INDEX process_instance_definition ON process_instance (process_definition_key);
CREATE INDEX process_instance_work ON process_instance (key) WHERE work_left IS NOT NULL;
CREATE INDEX process_instance_active ON process_instance (key) WHERE state = 'ACTIVE';

CREATE TABLE element_instance (
  key INTEGER PRIMARY KEY,
  process_instance_key INTEGER NOT NULL,
  process_definition_key INTEGER NOT NULL,
  scope_key INTEGER NOT NULL,
  element_id TEXT NOT NULL,
  type TEXT NOT NULL,
  -- ACTIVATING, ACTIVE, COMPLETING (all ACTIVE to the outside), COMPLETED, TERMINATED
  phase TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  ended_at INTEGER,
  incident_key INTEGER
) STRICT;
CREATE INDEX element_instance_instance ON element_instance (process_instance_key);

-- Tokens that wait at a join.
CREATE TABLE arrived_flow (
  process_instance_key INTEGER NOT NULL,
  element_id TEXT NOT NULL,
  flow_id TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (process_instance_key, flow_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE variable (
  key INTEGER PRIMARY KEY,
  process_instance_key INTEGER NOT NULL,
  scope_key INTEGER NOT NULL,
  name TEXT NOT NULL,
  value TEXT NOT NULL
) STRICT;
CREATE INDEX variable_instance ON variable (process_instance_key);

CREATE TABLE job (
  key INTEGER PRIMARY KEY,
  process_instance_key INTEGER NOT NULL,
  element_instance_key INTEGER NOT NULL,
  type TEXT NOT NULL,
  retries INTEGER NOT NULL,
  -- AVAILABLE, LEASED (until due_at), WAITING (backs off until due_at), FAILED (incident),
  -- COMPLETED, ERROR_THROWN, CANCELED
  state TEXT NOT NULL,
  worker TEXT NOT NULL,
  due_at INTEGER,
  error_code TEXT,
  error_message TEXT,
  created_at INTEGER NOT NULL,
  ended_at INTEGER
) STRICT;
CREATE INDEX job_instance ON job (process_instance_key);
CREATE INDEX job_available ON job (type, key) WHERE state = 'AVAILABLE';
CREATE INDEX job_due ON job (due_at) WHERE due_at IS NOT NULL;

CREATE TABLE incident (
  key INTEGER PRIMARY KEY,
  process_instance_key INTEGER NOT NULL,
  process_definition_key INTEGER NOT NULL,
  element_instance_key INTEGER NOT NULL,
  element_id TEXT NOT NULL,
  job_key INTEGER,
  error_type TEXT NOT NULL,
  error_message TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  resolved_at INTEGER
) STRICT;
CREATE INDEX incident_instance ON incident (process_instance_key);
CREATE INDEX incident_active ON incident (key) WHERE resolved_at IS NULL;
`
