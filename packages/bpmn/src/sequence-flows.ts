import type { Problems } from './problems.ts'
import type { SequenceFlow } from './process.ts'
import { requiredId } from './required-id.ts'
import { attribute, childrenNamed } from './xml-element.ts'
import type { XmlElement } from './xml-element.ts'

/** A flow with its place. */
export interface ReadFlow {
  readonly flow: SequenceFlow
  readonly element: XmlElement
}

/** The sequence flows of a process or sub-process in document order. */
export const readFlows = (
  scope: XmlElement,
  nodes: ReadonlyMap<string, XmlElement>,
  problems: Problems,
): readonly ReadFlow[] =>
  childrenNamed(scope, 'bpmn:sequenceFlow').map((element) => ({
    element,
    flow: {
      id: requiredId(element, problems),
      name: attribute(element, 'name'),
      line: element.line,
      sourceId: readEnd(element, 'sourceRef', nodes, problems),
      targetId: readEnd(element, 'targetRef', nodes, problems),
      condition: readCondition(element, problems),
    },
  }))

const readEnd = (
  element: XmlElement,
  name: 'sourceRef' | 'targetRef',
  nodes: ReadonlyMap<string, XmlElement>,
  problems: Problems,
): string => {
  const id = attribute(element, name)
  if (id === null) problems.invalid(element, `The sequence flow has no ${name}. Connect it.`)
  else if (!nodes.has(id)) {
    problems.invalid(
      element,
      `The ${name} "${id}" is no flow node of the same process or sub-process. Connect it.`,
    )
  }
  return id ?? ''
}

const readCondition = (element: XmlElement, problems: Problems): string | null => {
  const [expression] = childrenNamed(element, 'bpmn:conditionExpression')
  if (expression === undefined) return null
  const condition = expression.text.trim()
  if (condition.length < 2 || !condition.startsWith('=')) {
    problems.invalid(element, 'The condition must be a FEEL expression that starts with =.')
  }
  return condition
}
