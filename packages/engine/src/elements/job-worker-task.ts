import type { JobDefinition } from '@tenon/bpmn'
import type { Value } from '@tenon/feel'
import type { CompileContext, ElementBehavior } from '../core/element-behavior.ts'
import { evaluateField, evaluateText, notUsable, type Field } from '../core/evaluate-field.ts'
import type { ElementInstance } from '../core/rows.ts'
import type { Step } from '../core/step.ts'

/** Creates a job and waits until a worker has answered it. */
export const jobWorkerTask = (
  model: JobDefinition,
  { compile }: CompileContext,
): ElementBehavior => {
  const jobType = { evaluate: compile(model.jobType), what: 'job type' }
  const retries = { evaluate: compile(model.retries), what: 'retries' }
  return {
    activate: (step, instance) => {
      const type = evaluateText(step, instance, jobType)
      const count = toCount(retries, evaluateField(step, instance, retries))
      createJob(step, step.changeElement(instance, { phase: 'ACTIVE' }), type, count)
    },
  }
}

const createJob = (step: Step, instance: ElementInstance, type: string, retries: number): void =>
  step.emit({
    entity: 'job',
    row: {
      key: step.environment.nextKey(),
      processInstanceKey: instance.processInstanceKey,
      elementInstanceKey: instance.key,
      type,
      retries,
      state: 'AVAILABLE',
      worker: '',
      dueAt: null,
      errorCode: null,
      errorMessage: null,
      createdAt: step.environment.now,
      endedAt: null,
    },
  })

const toCount = (field: Field, value: Value): number => {
  const count = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value
  if (typeof count === 'number' && Number.isSafeInteger(count) && count >= 0) return count
  throw notUsable(field, 'a whole number', value)
}
