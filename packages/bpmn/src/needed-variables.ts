import { jobOf } from './job-definition.ts'
import { loopVariables } from './multi-instance.ts'
import type { FlowElement, Process } from './process.ts'

/** A variable, and the names that lead into it. */
type Path = readonly [string, ...string[]]

/** What FEEL texts, without their `=`, say of variables. */
export interface FeelReader {
  readonly reads: (feel: string) => readonly Path[]
  /** The keys of the context that it gives. */
  readonly keys: (feel: string) => readonly string[]
}

/**
 * The variables that a process reads and that nothing in it sets, in document order: who starts it
 * must give them. Of a variable that is read as a whole and in parts there are the parts only. The
 * order of the elements is not looked at, so what is set too late is not told. A job may set any
 * variable of which the model says nothing: such a one is told although nobody needs to give it.
 */
export const neededVariables = (process: Process, feel: FeelReader): readonly Path[] => {
  const elements = [...process.elements.values()]
  const set = new Set(elements.flatMap((element) => variablesSetBy(element, feel)))
  const needed = elements.flatMap((element) => {
    const local = inputsAround(element, process)
    return variablesReadBy(element, feel).filter(([name]) => !set.has(name) && !local.has(name))
  })
  return withoutWholes(needed)
}

/** The variables of the sub-processes that an element is in: all in them sees them. */
const inputsAround = ({ parentId }: FlowElement, { elements }: Process): ReadonlySet<string> => {
  const names = new Set<string>()
  let around = elements.get(parentId ?? '')
  while (around !== undefined) {
    for (const name of loopVariables(around)) names.add(name)
    for (const { target } of around.inputs) names.add(nameOf(target))
    around = elements.get(around.parentId ?? '')
  }
  return names
}

/** Inputs see those before them; all else of the element sees every input. */
const variablesReadBy = (element: FlowElement, { reads }: FeelReader): readonly Path[] => {
  const own = new Set<string>()
  const readBy = (text: string): readonly Path[] =>
    text.startsWith('=') ? reads(text.slice(1)).filter(([name]) => !own.has(name)) : []
  const ofList = readBy(element.multiInstance?.inputCollection ?? '')
  for (const name of loopVariables(element)) own.add(name)
  const ofInputs = element.inputs.flatMap(({ source, target }) => {
    const found = readBy(source)
    own.add(nameOf(target))
    return found
  })
  const outputs = givesNothing(element) ? element.outputs : []
  return [
    ...ofList,
    ...ofInputs,
    ...element.texts.flatMap(({ text }) => readBy(text)),
    ...outputs.flatMap(({ source }) => readBy(source)),
    ...element.outgoing.flatMap(({ condition }) => readBy(condition ?? '')),
  ]
}

/** The outputs of all else read mostly what its job has given, or what it has caught. */
const givesNothing = (element: FlowElement): boolean =>
  element.type === 'SUB_PROCESS' ||
  ('definition' in element && ['NONE', 'LINK', 'ESCALATION'].includes(element.definition.kind))

/** With outputs, all else that a job gives stays within the element. */
const variablesSetBy = (element: FlowElement, { keys }: FeelReader): readonly string[] => {
  const collection = element.multiInstance?.output?.collection
  return [...(collection === undefined ? [] : [collection]), ...resultsOf(element, keys)]
}

const resultsOf = (element: FlowElement, keys: FeelReader['keys']): readonly string[] => {
  if (element.outputs.length > 0) return element.outputs.map(({ target }) => nameOf(target))
  if ('script' in element) return [element.script.resultVariable]
  const headers = new Map(Object.entries(jobOf(element)?.headers ?? {}))
  const expression = headers.get('resultExpression') ?? ''
  // Connectors take the expression with and without its `=`.
  return [headers.get('resultVariable') ?? '', ...keys(expression.replace(/^\s*=/, ''))]
}

/** `order.total` is a part of the variable `order`. */
const nameOf = (target: string): string => target.split('.', 1)[0] ?? target

/** Each path once, and none that another goes on from. */
const withoutWholes = (paths: readonly Path[]): readonly Path[] => {
  const known = new Map(paths.map((path) => [JSON.stringify(path), path]))
  const wholes = new Set(
    paths.flatMap((path) => path.map((_, at) => JSON.stringify(path.slice(0, at)))),
  )
  return [...known].filter(([key]) => !wholes.has(key)).map(([, path]) => path)
}
