import type { BpmnProblem } from './errors.ts'
import { textsOfMultiInstance } from './multi-instance.ts'
import type { FlowElement, Process, Text } from './process.ts'

interface Expression extends Text {
  readonly owner: { readonly id: string; readonly line: number }
}

/**
 * What is wrong with the expressions of a process, by line. `refusal` gets each FEEL text, without
 * its `=`, and says what is wrong with it; null is nothing.
 */
export const checkExpressions = (
  process: Process,
  refusal: (feel: string) => string | null,
): readonly BpmnProblem[] =>
  [...process.elements.values()]
    .flatMap(expressionsOf)
    .filter(({ text }) => text.startsWith('='))
    .flatMap(({ text, what, owner: { id, line } }) => {
      const reason = refusal(text.slice(1))
      if (reason === null) return []
      return [{ code: 'BPMN_INVALID' as const, elementId: id, line, message: `${what}: ${reason}` }]
    })
    .toSorted((a, b) => a.line - b.line)

/** Of an element and of the flows that leave it. */
const expressionsOf = (element: FlowElement): readonly Expression[] => [
  ...[...element.inputs, ...element.outputs].map(({ source, target }) => ({
    text: source,
    what: `mapping to ${target}`,
    owner: element,
  })),
  ...[...textsOfMultiInstance(element), ...element.texts].map((text) => ({
    ...text,
    owner: element,
  })),
  ...element.outgoing.flatMap((flow) =>
    flow.condition === null ? [] : [{ text: flow.condition, what: 'condition', owner: flow }],
  ),
]
