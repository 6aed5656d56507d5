import type { Connector, Operation } from '@tenon/sdk'
import { commonProperties } from './common-properties.ts'
import type { TemplateGroup } from '../element-template.ts'
import { TemplateError } from '../errors.ts'
import type { GeneratedProperty, GeneratedTemplate } from './generated-template.ts'
import type { PlacedProperty } from './place.ts'
import { propertiesOf } from './properties-of.ts'
import { asId } from './words.ts'

/**
 * The element template of a connector: one for all its operations, chosen by the header
 * `operation` where there are several. The same definition always gives the same template.
 * Throws `TemplateError`.
 */
export const generateTemplate = (connector: Connector): GeneratedTemplate => {
  const { id, name, description, version, icon } = connector
  const placed = [...operationProperties(connector), ...commonProperties]
  const properties = [jobType(connector), ...placed.map(({ property }) => property)]
  requireUniqueIds(id, properties)
  return {
    $schema: 'https://unpkg.com/@camunda/zeebe-element-templates-json-schema/resources/schema.json',
    name,
    id,
    version: toTemplateVersion(version),
    ...(description !== undefined && { description }),
    category: { id: 'connectors', name: 'Connectors' },
    appliesTo: ['bpmn:Task'],
    elementType: { value: 'bpmn:ServiceTask' },
    engines: { camunda: '^8.3' },
    ...(icon !== undefined && { icon: { contents: icon } }),
    groups: groupsOf(placed),
    properties,
  }
}

/** The version as the one integer that templates have: 1.2.3 is 1002003. */
const toTemplateVersion = (version: string): number =>
  version.split('.').reduce((sum, part) => sum * 1_000 + Number(part), 0)

const jobType = ({ jobType: value }: Connector): GeneratedProperty => ({
  id: 'jobType',
  type: 'Hidden',
  value,
  binding: { type: 'zeebe:taskDefinition', property: 'type' },
})

const operationProperties = (connector: Connector): readonly PlacedProperty[] => {
  const operations = [...connector.operations.values()]
  const [first, ...others] = operations
  if (first === undefined) {
    throw new TemplateError(
      'TEMPLATE_NO_OPERATION',
      `Connector "${connector.id}" has no operation to make a template of. Add one.`,
    )
  }
  if (others.length === 0) return inputProperties(connector, first, false)
  const inputs = operations.flatMap((operation) => inputProperties(connector, operation, true))
  return [operationChoice(operations, first), ...inputs]
}

const operationChoice = (operations: readonly Operation[], first: Operation): PlacedProperty => ({
  heading: 'Operation',
  property: {
    id: 'operation',
    type: 'Dropdown',
    label: 'Operation',
    choices: operations.map(({ id, name }) => ({ name, value: id })),
    value: first.id,
    constraints: { notEmpty: true },
    group: 'operation',
    binding: { type: 'zeebe:taskHeader', key: 'operation' },
  },
})

const inputProperties = (
  connector: Connector,
  { id, input }: Operation,
  isChosen: boolean,
): readonly PlacedProperty[] =>
  propertiesOf(input, {
    where: `Connector "${connector.id}", operation "${id}"`,
    path: [],
    idPrefix: isChosen ? `${id}:` : '',
    idSuffix: '',
    heading: 'Input',
    required: true,
    conditions: isChosen ? [{ property: 'operation', equals: id }] : [],
    initial: undefined,
  })

const groupsOf = (placed: readonly PlacedProperty[]): readonly TemplateGroup[] => {
  const labels = new Map<string, string>()
  for (const { heading } of placed) {
    if (!labels.has(asId(heading))) labels.set(asId(heading), heading)
  }
  return [...labels].map(([id, label]) => ({ id, label }))
}

const requireUniqueIds = (connector: string, properties: readonly GeneratedProperty[]): void => {
  const ids = properties.map(({ id }) => id)
  const taken = ids.find((id, index) => ids.indexOf(id) !== index)
  if (taken === undefined) return
  throw new TemplateError(
    'TEMPLATE_ID_TAKEN',
    `Connector "${connector}": two fields of its template have the id "${taken}". ` +
      'Give one of them another by .meta({ templateId: … }).',
  )
}
