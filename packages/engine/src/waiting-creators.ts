import {
  OrchestrationError,
  type CreateProcessInstance,
  type JsonObject,
} from '@tenon/orchestration'
import { showSecretReferencesIn } from '@tenon/orchestration/secret-seal'
import type { Step } from './core/step.ts'
import { visibleVariables } from './jobs/job-view.ts'

type AwaitCompletion = NonNullable<CreateProcessInstance['awaitCompletion']>

interface Creator {
  readonly fetchVariables: readonly string[] | undefined
  readonly resolve: (variables: JsonObject) => void
  readonly reject: (error: OrchestrationError) => void
}

/** Those who created a process instance and want to know how it ends. */
export class WaitingCreators {
  readonly #waiting = new Map<number, Creator>()

  /**
   * Resolves to the variables of the process scope; throws `TIMED_OUT`, also when the signal
   * aborts, or, when the instance is cancelled, `INVALID_STATE`.
   */
  wait(
    processInstanceKey: number,
    { timeoutMs, fetchVariables, signal }: AwaitCompletion,
  ): Promise<JsonObject> {
    if (signal?.aborted === true) return Promise.reject(abandoned(processInstanceKey))
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        fail(timedOut(processInstanceKey, timeoutMs))
      }, timeoutMs)
      const abandon = (): void => fail(abandoned(processInstanceKey))
      signal?.addEventListener('abort', abandon)
      const settle = <Result>(end: (result: Result) => void): ((result: Result) => void) => {
        return (result) => {
          clearTimeout(timer)
          signal?.removeEventListener('abort', abandon)
          this.#waiting.delete(processInstanceKey)
          end(result)
        }
      }
      const fail = settle(reject)
      this.#waiting.set(processInstanceKey, {
        fetchVariables,
        resolve: settle(resolve),
        reject: fail,
      })
    })
  }

  onEnded(step: Step): void {
    const { key, state } = step.processInstance
    const creator = this.#waiting.get(key)
    if (creator === undefined) return
    if (state === 'TERMINATED') creator.reject(cancelled(key))
    else creator.resolve(resultOf(step, creator.fetchVariables))
  }

  close(): void {
    for (const { reject } of [...this.#waiting.values()]) {
      reject(
        new OrchestrationError('TIMED_OUT', 'Tenon stops. The instance goes on at its return.'),
      )
    }
  }
}

/** The variables of the process scope, or those named. */
export const resultOf = (step: Step, fetchVariables?: readonly string[]): JsonObject =>
  showSecretReferencesIn(visibleVariables(step, step.processInstance.key, fetchVariables))

const timedOut = (key: number, timeoutMs: number): OrchestrationError =>
  new OrchestrationError(
    'TIMED_OUT',
    `Process instance ${key} has not ended within ${timeoutMs} ms. It goes on: search for it.`,
  )

const abandoned = (key: number): OrchestrationError =>
  new OrchestrationError(
    'TIMED_OUT',
    `The wait for the end of process instance ${key} was broken off. The instance goes on: search for it.`,
  )

const cancelled = (key: number): OrchestrationError =>
  new OrchestrationError('INVALID_STATE', `Process instance ${key} was cancelled before its end.`)
