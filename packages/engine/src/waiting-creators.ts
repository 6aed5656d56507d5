import { OrchestrationError, type JsonObject } from '@tenon/orchestration'
import { showSecretReferencesIn } from '@tenon/orchestration/secret-seal'
import type { Step } from './core/step.ts'
import { visibleVariables } from './jobs/job-view.ts'

interface Creator {
  readonly fetchVariables: readonly string[] | undefined
  readonly resolve: (variables: JsonObject) => void
  readonly reject: (error: OrchestrationError) => void
}

/** Those who created a process instance and want to know how it ends. */
export class WaitingCreators {
  readonly #waiting = new Map<number, Creator>()

  /**
   * Resolves to the variables of the process scope; throws `TIMED_OUT` or, when the instance is
   * cancelled, `INVALID_STATE`.
   */
  wait(
    processInstanceKey: number,
    options: { readonly timeoutMs: number; readonly fetchVariables?: readonly string[] },
  ): Promise<JsonObject> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(processInstanceKey)
        reject(timedOut(processInstanceKey, options.timeoutMs))
      }, options.timeoutMs)
      const { fetchVariables } = options
      const settle = <Result>(end: (result: Result) => void): ((result: Result) => void) => {
        return (result) => {
          clearTimeout(timer)
          this.#waiting.delete(processInstanceKey)
          end(result)
        }
      }
      this.#waiting.set(processInstanceKey, {
        fetchVariables,
        resolve: settle(resolve),
        reject: settle(reject),
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

const cancelled = (key: number): OrchestrationError =>
  new OrchestrationError('INVALID_STATE', `Process instance ${key} was cancelled before its end.`)
