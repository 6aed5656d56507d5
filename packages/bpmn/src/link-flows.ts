import type { Problems } from './problems.ts'
import type { ReadFlow } from './sequence-flows.ts'
import { attribute, childrenNamed, eventDefinitions } from './xml-element.ts'
import type { XmlElement } from './xml-element.ts'

/**
 * The flows of a process or sub-process as tokens take them: an event that throws a link sends its
 * token to the one that catches it, whatever flows are drawn from it. The flow of a link has the id
 * of the event that throws it.
 */
export const withLinks = (
  scope: XmlElement,
  drawn: readonly ReadFlow[],
  problems: Problems,
): readonly ReadFlow[] => {
  const catches = linksIn(scope, 'bpmn:intermediateCatchEvent')
  const throws = linksIn(scope, 'bpmn:intermediateThrowEvent')
  const throwerIds = new Set(throws.map(({ id }) => id))
  return [
    ...drawn.filter(({ flow }) => !throwerIds.has(flow.sourceId)),
    ...throws.flatMap(({ element, id, name }) => {
      const target = catches.find((link) => link.name === name)
      if (target !== undefined) return [linkFlow(element, id, target.id)]
      const place = scope.name === 'bpmn:process' ? 'process' : 'sub-process'
      problems.invalid(element, `No event of the ${place} catches the link "${name}". Add one.`)
      return []
    }),
  ]
}

/** Each link leads to one place in the whole process. */
export const checkLinks = (process: XmlElement, problems: Problems): void => {
  const lines = new Map<string, number>()
  for (const { element, name } of allCatches(process)) {
    const line = lines.get(name)
    if (line !== undefined) {
      problems.invalid(
        element,
        `The event at line ${line} catches the link "${name}" too. Keep one.`,
      )
    }
    lines.set(name, line ?? element.line)
  }
}

interface Link {
  readonly element: XmlElement
  readonly id: string
  readonly name: string
}

/** Those without a name have a problem of their own. */
const linksIn = (scope: XmlElement, elementName: string): readonly Link[] =>
  childrenNamed(scope, elementName).flatMap((element) => {
    const definition = eventDefinitions(element).find(isLink)
    const name = definition === undefined ? null : attribute(definition, 'name')
    return name === null || name === ''
      ? []
      : [{ element, id: attribute(element, 'id') ?? '', name }]
  })

const isLink = ({ name }: XmlElement): boolean => name === 'bpmn:linkEventDefinition'

const allCatches = (scope: XmlElement): readonly Link[] => [
  ...linksIn(scope, 'bpmn:intermediateCatchEvent'),
  ...childrenNamed(scope, 'bpmn:subProcess').flatMap(allCatches),
]

const linkFlow = (element: XmlElement, sourceId: string, targetId: string): ReadFlow => ({
  element,
  flow: { id: sourceId, name: null, line: element.line, sourceId, targetId, condition: null },
})
