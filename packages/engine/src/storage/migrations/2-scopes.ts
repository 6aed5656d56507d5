/** Sub-processes: what waits at a join, and what is put off, belongs to a scope. */
export const scopes = `
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

UPDATE process_instance SET work_left = (
  SELECT json_group_array(
    CASE json_extract(value, '$.kind')
      WHEN 'TAKE_FLOW' THEN json_set(value, '$.scopeKey', process_instance.key)
      ELSE json(value)
    END)
  FROM json_each(work_left))
WHERE work_left IS NOT NULL;
`
