import type { JsonObject } from '@tenon/orchestration'
import { z } from 'zod'

// Zeebe's keys are small enough for numbers.
const key = z.number().transform(String)

/** An event, or the answer to a command that was refused. */
const head = {
  recordType: z.enum(['EVENT', 'COMMAND_REJECTION']),
  intent: z.string(),
  key,
  rejectionType: z.string(),
  rejectionReason: z.string(),
}

const activatedJob = z.object({
  elementId: z.string(),
  retries: z.number(),
  customHeaders: z.record(z.string(), z.string()),
  variables: z.custom<JsonObject>(),
})

const record = z.discriminatedUnion('valueType', [
  z.object({
    ...head,
    valueType: z.literal('PROCESS_INSTANCE'),
    value: z.object({ elementId: z.string(), bpmnElementType: z.string() }),
  }),
  z.object({
    ...head,
    valueType: z.literal('VARIABLE'),
    value: z.object({ scopeKey: key, name: z.string(), value: z.string() }),
  }),
  z.object({
    ...head,
    valueType: z.literal('INCIDENT'),
    value: z.object({ elementId: z.string(), errorType: z.string(), jobKey: key }),
  }),
  z.object({
    ...head,
    valueType: z.literal('JOB'),
    value: z.object({ elementId: z.string(), type: z.string(), retries: z.number() }),
  }),
  z.object({
    ...head,
    valueType: z.literal('JOB_BATCH'),
    value: z.object({ jobs: z.array(activatedJob) }),
  }),
  z.object({
    ...head,
    valueType: z.literal('USER_TASK'),
    value: z.object({ elementId: z.string() }),
  }),
  z.object({
    ...head,
    valueType: z.enum([
      'DEPLOYMENT',
      'MESSAGE',
      'MESSAGE_CORRELATION',
      'PROCESS_INSTANCE_CREATION',
      'SIGNAL',
      'VARIABLE_DOCUMENT',
    ]),
  }),
])

/** A record of Zeebe's log, with what is read of it. */
export type ZeebeRecord = z.infer<typeof record>

const known: ReadonlySet<string> = new Set(
  record.options.flatMap(({ shape: { valueType } }): readonly string[] =>
    'options' in valueType ? valueType.options : [...valueType.values],
  ),
)

/** The records of an answer that are of a known type. */
export const zeebeRecords = z
  .array(z.looseObject({ valueType: z.string() }))
  .transform((all) => all.filter(({ valueType }) => known.has(valueType)))
  .pipe(z.array(record))
