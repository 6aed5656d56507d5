import { describeProblem, type FlowElement, type Mapping, type Process } from '@tenon/bpmn'
import { compile, FeelError } from '@tenon/feel'
import { behaviorOf } from '../elements/index.ts'
import type { CompileContext } from './element-behavior.ts'
import type { CompiledMapping, Definition, Element, Evaluate, Flow } from './definition.ts'

/** Replaces the secret placeholders in the deployed text of a field by sealed references. */
export type SealText = (text: string, elementId: string, field: string) => string

export interface CompileOptions {
  readonly key: number
  readonly version: number
  readonly seal: SealText
}

/** A process with all its expressions compiled, or what is wrong with them, a line each. */
export const compileProcess = (
  process: Process,
  { key, version, seal }: CompileOptions,
): { readonly definition: Definition; readonly problems: readonly string[] } => {
  const problems: string[] = []
  const compiler = new ExpressionCompiler(problems)
  const flows = compileFlows(process, compiler)
  const elements = new Map<string, Element>()
  for (const model of process.elements.values()) {
    const sealText = (text: string, field: string): string => seal(text, model.id, field)
    elements.set(model.id, compileElement(model, { compiler, flows, sealText }))
  }
  const { id, name, versionTag } = process
  const startEventId = process.startEvent.id
  const definition = { key, id, version, name, versionTag, startEventId, elements, flows }
  return { definition, problems }
}

// Elsewhere Zeebe ignores mappings, so that models run the same there.
const withInputs: ReadonlySet<string> = new Set(['SERVICE_TASK'])
const withOutputs: ReadonlySet<string> = new Set(['SERVICE_TASK', 'START_EVENT', 'BOUNDARY_EVENT'])

interface ElementContext {
  readonly compiler: ExpressionCompiler
  readonly flows: ReadonlyMap<string, Flow>
  readonly sealText: (text: string, field: string) => string
}

const compileElement = (
  model: FlowElement,
  { compiler, flows, sealText }: ElementContext,
): Element => {
  const mapping = ({ source, target }: Mapping): CompiledMapping => ({
    evaluate: compiler.compile(sealText(source, target), model, `mapping to ${target}`),
    path: toPath(target),
  })
  const outgoing = model.outgoing.flatMap(({ id }) => flows.get(id) ?? []).toReversed()
  const context: CompileContext = {
    compile: (text, what) => compiler.compile(text, model, what),
    outgoing,
  }
  return {
    model,
    behavior: behaviorOf(model, context),
    outgoing,
    inputs: withInputs.has(model.type) ? model.inputs.map(mapping) : [],
    outputs: withOutputs.has(model.type) ? model.outputs.map(mapping) : [],
  }
}

const compileFlows = (
  process: Process,
  compiler: ExpressionCompiler,
): ReadonlyMap<string, Flow> => {
  const flows = new Map<string, Flow>()
  for (const { outgoing } of process.elements.values()) {
    for (const model of outgoing) {
      const source = model.condition
      const condition =
        source === null ? null : { source, evaluate: compiler.compile(source, model, 'condition') }
      flows.set(model.id, { model, condition })
    }
  }
  return flows
}

const toPath = (target: string): readonly [string, ...string[]] => {
  const [first = target, ...rest] = target.split('.')
  return [first, ...rest]
}

/** Compiles texts as the modeler writes them, and collects what cannot be compiled. */
class ExpressionCompiler {
  readonly #problems: string[]
  constructor(problems: string[]) {
    this.#problems = problems
  }

  compile(
    text: string,
    { id, line }: { readonly id: string; readonly line: number },
    what: string,
  ): Evaluate {
    if (!text.startsWith('=')) return () => text
    try {
      const expression = compile(text.slice(1))
      return (variables, environment) => expression.evaluate(variables, environment)
    } catch (error) {
      if (!(error instanceof FeelError)) throw error
      const message = `${what}: ${error.message}`
      this.#problems.push(describeProblem({ code: 'BPMN_INVALID', elementId: id, line, message }))
      return () => null
    }
  }
}
