import type { JsonObject } from '@tenon/orchestration'
import { applyInputs, applyOutputs } from '../model/mappings.ts'
import type { ModelElement } from '../model/model-element.ts'
import { ModelJob } from '../model/model-job.ts'
import { activityBlock, type Activity } from './activity.ts'
import type { BlockKind } from './block.ts'
import { randomMappings } from './random-mappings.ts'
import { element, extensions, ioMapping, type Mappings } from './xml.ts'

/** The job types of all tasks. */
export const jobTypes = ['work', 'other'] as const

/** A service task, sometimes with boundary events. */
export const task: BlockKind = {
  weight: 30,
  hasBlocks: false,
  make: (making) => {
    const { random } = making
    const id = making.nextId('task')
    const type = random.oneOf(...jobTypes)
    const retries = 1 + random.below(3)
    return activityBlock(making, serviceTask(id, { type, retries, ...randomMappings(making) }))
  },
}

interface Task extends Mappings {
  readonly type: string
  readonly retries: number
}

const serviceTask = (id: string, settings: Task): Activity => {
  const { type, retries, inputs } = settings
  const definition = `<zeebe:taskDefinition type="${type}" retries="${retries}" />`
  return {
    id,
    xml: element('serviceTask', id, extensions(definition + ioMapping(settings))),
    run: (host, next) =>
      host.attempt(
        'ACTIVATING',
        () => applyInputs(host, inputs),
        () => {
          host.phase = 'ACTIVE'
          const onCompleted = (result: JsonObject): void => {
            complete(host, { ...settings, result }, next)
          }
          host.job = new ModelJob(host, { type, retries, onCompleted })
        },
      ),
  }
}

/** With output mappings only these leave the task. */
const complete = (
  host: ModelElement,
  { outputs, result }: Task & { readonly result: JsonObject },
  next: () => void,
): void => {
  host.job = null
  if (outputs.length > 0) host.setLocal(result)
  else host.propagate(result)
  host.attempt(
    'COMPLETING',
    () => applyOutputs(host, outputs),
    () => {
      host.complete()
      next()
    },
  )
}
