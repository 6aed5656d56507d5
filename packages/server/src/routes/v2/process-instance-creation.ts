import {
  OrchestrationError,
  type CreateProcessInstance,
  type DefinitionReference,
} from '@tenon/orchestration'
import { z } from 'zod'
import { jsonObject, key, milliseconds, operationReference, tags, tenantId } from '../../fields.ts'
import { limits } from '../../limits.ts'
import { requireAbsent } from '../../not-supported.ts'
import { parseBody } from '../../request-body.ts'

const versionLatest = -1

const creation = z.strictObject({
  processDefinitionKey: key.nullish(),
  processDefinitionId: z.string().min(1, 'It must not be empty.').nullish(),
  processDefinitionVersion: z
    .int32()
    .refine(
      (version) => version === versionLatest || version > 0,
      'Versions start at 1; -1 is the latest.',
    )
    .nullish(),
  variables: jsonObject.nullish(),
  tags: tags.nullish(),
  tenantId: tenantId.nullish(),
  awaitCompletion: z.boolean().nullish(),
  /** 0 and nothing are the server's own limit. */
  requestTimeout: milliseconds(0, limits.requestTimeoutMsMax).nullish(),
  fetchVariables: z.array(z.string()).nullish(),
  operationReference: operationReference.nullish(),
  startInstructions: z.unknown().optional(),
  runtimeInstructions: z.unknown().optional(),
  businessId: z.unknown().optional(),
})
type Creation = z.output<typeof creation>

/** The body of `POST /process-instances`. */
export const parseCreation = (input: unknown): CreateProcessInstance => {
  const body = parseBody(creation, input)
  requireAbsent('startInstructions', body.startInstructions)
  requireAbsent('runtimeInstructions', body.runtimeInstructions)
  requireAbsent('businessId', body.businessId)
  return {
    ...definitionReference(body),
    ...(body.variables && { variables: body.variables }),
    ...(body.tags && { tags: body.tags }),
    ...(body.awaitCompletion && { awaitCompletion: completionWait(body) }),
  }
}

const definitionReference = (body: Creation): DefinitionReference => {
  const processDefinitionKey = body.processDefinitionKey ?? undefined
  const processDefinitionId = body.processDefinitionId ?? undefined
  if (processDefinitionKey !== undefined && processDefinitionId !== undefined) {
    throw new OrchestrationError(
      'INVALID_ARGUMENT',
      'Only one of [processDefinitionKey, processDefinitionId] is allowed.',
    )
  }
  // Clients send a version with the key too, which the key already says.
  if (processDefinitionKey !== undefined) return { processDefinitionKey }
  if (processDefinitionId !== undefined) {
    const processDefinitionVersion = body.processDefinitionVersion ?? versionLatest
    return { processDefinitionId, processDefinitionVersion }
  }
  throw new OrchestrationError(
    'INVALID_ARGUMENT',
    'No processDefinitionKey or processDefinitionId provided.',
  )
}

const completionWait = (body: Creation): NonNullable<CreateProcessInstance['awaitCompletion']> => {
  const requestTimeoutMs = body.requestTimeout ?? 0
  const fetchVariables = body.fetchVariables ?? []
  return {
    timeoutMs: requestTimeoutMs === 0 ? limits.completionWaitMsDefault : requestTimeoutMs,
    ...(fetchVariables.length > 0 && { fetchVariables }),
  }
}
