import type { ServiceTask } from '@tenon/bpmn'
import { FeelError, type Value } from '@tenon/feel'
import type { Evaluate } from '../core/definition.ts'
import type { CompileContext, ElementBehavior } from '../core/element-behavior.ts'
import { IncidentError } from '../core/incident-error.ts'
import type { ElementInstance } from '../core/rows.ts'
import type { Step } from '../core/step.ts'
import { visibleFrom } from '../core/variables.ts'

/** Creates a job and waits until a worker has answered it. */
export const serviceTask = (model: ServiceTask, { compile }: CompileContext): ElementBehavior => {
  const jobType = compile(model.jobType)
  const retries = compile(model.retries)
  return {
    activate: (step, instance) => {
      const type = evaluateWith(step, instance, jobType)
      if (typeof type !== 'string' || type === '') throw notUsable('job type', 'a text', type)
      const count = toCount(evaluateWith(step, instance, retries))
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

const evaluateWith = (step: Step, instance: ElementInstance, evaluate: Evaluate): Value => {
  try {
    return evaluate(visibleFrom(step, instance.key), step.environment)
  } catch (error) {
    if (!(error instanceof FeelError)) throw error
    throw new IncidentError('EXTRACT_VALUE_ERROR', error.message, { cause: error })
  }
}

const toCount = (value: Value): number => {
  const count = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value
  if (typeof count === 'number' && Number.isSafeInteger(count) && count >= 0) return count
  throw notUsable('retries', 'a whole number', value)
}

const notUsable = (what: string, wanted: string, value: Value): IncidentError =>
  new IncidentError(
    'EXTRACT_VALUE_ERROR',
    `The ${what} must be ${wanted}, but is ${JSON.stringify(value)}. ` +
      'Correct the variables and resolve the incident.',
  )
