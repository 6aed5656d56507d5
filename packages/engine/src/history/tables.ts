import type { Entity } from '@tenon/orchestration'

/** Where an entity's rows are, and where the rest of its fields is. */
export interface Table {
  readonly name: string
  /** At most one row each, so that SQLite leaves out those that a statement does not use. */
  readonly joins: string
}

const joinDefinition = (table: string): string =>
  `LEFT JOIN process_definition ON process_definition.key = ${table}.process_definition_key`

const joinElement = `LEFT JOIN element
  ON element.process_definition_key = element_instance.process_definition_key
  AND element.id = element_instance.element_id`

export const tables: Readonly<Record<Entity, Table>> = {
  'process-definitions': { name: 'process_definition', joins: '' },
  'process-instances': { name: 'process_instance', joins: joinDefinition('process_instance') },
  'element-instances': {
    name: 'element_instance',
    joins: `${joinDefinition('element_instance')} ${joinElement}`,
  },
  incidents: { name: 'incident', joins: joinDefinition('incident') },
  jobs: {
    name: 'job',
    joins:
      'LEFT JOIN element_instance ON element_instance.key = job.element_instance_key ' +
      joinDefinition('element_instance'),
  },
  'message-subscriptions': {
    name: 'message_subscription',
    joins:
      'LEFT JOIN process_instance ON process_instance.key = message_subscription.process_instance_key ' +
      joinDefinition('process_instance'),
  },
  variables: { name: 'variable', joins: '' },
}
