import type { Json } from '@tenon/orchestration'
import type { Loop, LoopOutput, VariableValue } from './rows.ts'
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

export const endLoop = (step: Step, bodyKey: number): void => {
  const loop = step.state.loops.get(bodyKey)
  if (loop === undefined) return
  step.emit({ entity: 'loop', row: { ...loop.row, endedAt: step.environment.now } })
}

const asList = (json: Json): readonly Json[] => (isList(json) ? json : [])

export const isList = (json: Json): json is readonly Json[] => Array.isArray(json)
