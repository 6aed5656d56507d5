import type { EventPosition, NodeSource, ReadDefinition } from '../element-kind.ts'
import { eventDefinitions, isTrue } from '../xml-element.ts'
import type { XmlElement } from '../xml-element.ts'
import { eventDefinitionKinds } from './index.ts'

const none: ReadDefinition = { definition: { kind: 'NONE' }, texts: [], exclusive: null }

/** What an event waits for or throws, by its one definition. */
export const readDefinition = (position: EventPosition, source: NodeSource): ReadDefinition => {
  const { element, problems } = source
  const [definition, another] = eventDefinitions(element)
  if (another !== undefined) {
    problems.invalid(element, 'The event has several event definitions. Keep one.')
  }
  if (definition === undefined) return none
  const kind = eventDefinitionKinds.find(({ name }) => name === definition.name)
  // What is not supported has its own problem.
  if (kind === undefined) return none
  if (!kind.positions.includes(position)) {
    problems.invalid(element, `${nameOf(definition)} cannot stand ${places[position]}.`)
    return none
  }
  return kind.read(definition, position, source)
}

/** Whether what the event happens to is ended by it; `attribute` says so in the model. */
export const readInterrupting = (
  attributeName: 'cancelActivity' | 'isInterrupting',
  { element, problems }: NodeSource,
): boolean => {
  const isInterrupting = !element.attributes.has(attributeName) || isTrue(element, attributeName)
  const kinds = new Set(eventDefinitions(element).map(({ name }) => name))
  const strict = eventDefinitionKinds.find(
    ({ name, mustInterrupt }) => mustInterrupt === true && kinds.has(name),
  )
  if (!isInterrupting && strict !== undefined) {
    const what = strict.name.replace('bpmn:', '').replace('EventDefinition', '')
    problems.invalid(element, `An event that catches an ${what} must be interrupting.`)
  }
  return isInterrupting
}

const nameOf = ({ name }: XmlElement): string => `<${name}>`

const places: Readonly<Record<EventPosition, string>> = {
  START: 'at the start of a process: only of an event sub-process',
  SUB_PROCESS: 'at the start of a sub-process, which starts as its token arrives',
  EVENT_SUB_PROCESS: 'at the start of an event sub-process',
  CATCH: 'at an intermediate catch event',
  BOUNDARY: 'at the boundary of an activity',
  THROW: 'at an intermediate throw event',
  END: 'at an end event',
}
