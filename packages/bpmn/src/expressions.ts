import type { BpmnProblem } from './errors.ts'
import type { FlowElement, Mapping, Process } from './process.ts'

/** A text of the model that is evaluated when it runs: FEEL with its leading `=`, or as it is. */
interface Expression {
  readonly text: string
  /** Such as `condition`. */
  readonly what: string
  readonly owner: { readonly id: string; readonly line: number }
}

// Elsewhere Zeebe ignores mappings, so that models run the same there.
const withInputs: ReadonlySet<string> = new Set(['SERVICE_TASK'])
const withOutputs: ReadonlySet<string> = new Set(['SERVICE_TASK', 'START_EVENT', 'BOUNDARY_EVENT'])

/** The mappings of an element that have an effect. */
export const effectiveMappings = ({
  type,
  inputs,
  outputs,
}: FlowElement): { readonly inputs: readonly Mapping[]; readonly outputs: readonly Mapping[] } => ({
  inputs: withInputs.has(type) ? inputs : [],
  outputs: withOutputs.has(type) ? outputs : [],
})

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
const expressionsOf = (element: FlowElement): readonly Expression[] => {
  const { inputs, outputs } = effectiveMappings(element)
  return [
    ...[...inputs, ...outputs].map(({ source, target }) => ({
      text: source,
      what: `mapping to ${target}`,
      owner: element,
    })),
    ...ofServiceTask(element),
    ...element.outgoing.flatMap((flow) =>
      flow.condition === null ? [] : [{ text: flow.condition, what: 'condition', owner: flow }],
    ),
  ]
}

const ofServiceTask = (element: FlowElement): readonly Expression[] =>
  element.type === 'SERVICE_TASK'
    ? [
        { text: element.jobType, what: 'job type', owner: element },
        { text: element.retries, what: 'retries', owner: element },
      ]
    : []
