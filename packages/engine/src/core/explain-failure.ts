import { emptyVariables } from './empty-variables.ts'
import type { ElementInstance } from './rows.ts'
import type { Step } from './step.ts'
import { visibleFrom } from './variables.ts'

/**
 * What a worker said of its failed job, and where it names an input, from which empty variables this
 * input was computed: the worker knows the input only, but not what made it. It was computed when the
 * element began, so it is told as what happened and not as what a retry would mend.
 */
export const explainFailure = (step: Step, instance: ElementInstance, message: string): string => {
  const { inputs } = step.elementOf(instance).model
  const outer = visibleFrom(step, instance.scopeKey)
  const own = visibleFrom(step, instance.key)
  const reasons = inputs.flatMap(({ source, target }, at) => {
    if (!names(message, target)) return []
    const earlier = new Set(inputs.slice(0, at).map((input) => input.target.split('.', 1)[0]))
    return emptyVariables(source, (name) => (earlier.has(name) ? own(name) : outer(name))).map(
      ({ name, is }) => `${target} was computed from the variable "${name}", which is ${is}.`,
    )
  })
  if (reasons.length === 0) return message
  return [message.replace(/\.?$/, '.'), ...new Set(reasons)].join(' ')
}

/** Whether a message names a path, and not one that only begins or ends alike. */
const names = (message: string, path: string): boolean =>
  new RegExp(`(?<![\\p{L}\\p{N}_.])${RegExp.escape(path)}(?![\\p{L}\\p{N}_])`, 'u').test(message)
