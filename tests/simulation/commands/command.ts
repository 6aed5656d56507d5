import type { Engine } from '@tenon/engine'
import type { OrchestrationErrorCode } from '@tenon/orchestration'
import type { World } from '../world.ts'

/** Something that a client asks of the engine. */
export interface Command {
  /** What it is, to be read when a case fails. */
  readonly name: string
  /** The code with which it must be refused, at the moment when its turn has come. */
  readonly refusal: () => OrchestrationErrorCode | undefined
  /** Resolves to what it does to the model, which throws where the answer is wrong. */
  readonly send: (engine: Engine) => Promise<() => void>
}

export interface CommandKind {
  /** How often it is taken among the others. */
  readonly weight: number
  /** Undefined where there is nothing to do it to. */
  readonly make: (world: World) => Command | undefined
}
