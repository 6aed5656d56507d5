import type { Json } from '@tenon/orchestration'
import { VariableValue, type ElementInstance, type Loop, type LoopOutput } from './rows.ts'
import type { Step } from './step.ts'

/** A multi-instance that goes on. */
export class LoopState {
  row: Loop
  /** Characters of JSON text of all that was given. */
  outputSize = 0
  readonly #outputs = new Map<number, VariableValue>()
  /** Made when it is first asked for after a change. */
  #list: readonly Json[] | undefined

  constructor(row: Loop) {
    this.row = row
  }

  get items(): readonly Json[] {
    return asList(this.row.items.json)
  }

  /** What was given, by item; null where nothing was yet. */
  get outputs(): readonly Json[] {
    this.#list ??= this.items.map((_, index) => this.#outputs.get(index + 1)?.json ?? null)
    return this.#list
  }

  /** Returns by how many characters the outputs have grown. */
  add({ loopCounter, value }: LoopOutput): number {
    const growth = value.text.length - (this.#outputs.get(loopCounter)?.text.length ?? 0)
    this.#outputs.set(loopCounter, value)
    this.#list = undefined
    this.outputSize += growth
    return growth
  }
}

/** What was given so far stays with the body as a variable, so that it can be looked up. */
export const endLoop = (step: Step, body: ElementInstance): void => {
  const loop = step.state.loops.get(body.key)
  if (loop === undefined) return
  const output = step.elementOf(body).model.multiInstance?.output ?? null
  if (output !== null) keepOutputs(step, loop, output.collection)
  step.emit({ entity: 'loop', row: { ...loop.row, endedAt: step.environment.now } })
}

/** There is no question of room: the instance lets go of it at once. */
const keepOutputs = (step: Step, { row, outputs }: LoopState, name: string): void => {
  const { processInstanceKey, bodyKey: scopeKey } = row
  const known = step.state.variablesOf(scopeKey).get(name)
  const key = known?.key ?? step.environment.nextKey()
  const value = VariableValue.ofText(JSON.stringify(outputs))
  step.emit({ entity: 'variable', row: { key, processInstanceKey, scopeKey, name, value } })
}

const asList = (json: Json): readonly Json[] => (isList(json) ? json : [])

export const isList = (json: Json): json is readonly Json[] => Array.isArray(json)
