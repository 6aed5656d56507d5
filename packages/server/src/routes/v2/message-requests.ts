import {
  timeToLiveMsMax,
  type BroadcastSignal,
  type CorrelateMessage,
  type PublishMessage,
} from '@tenon/orchestration'
import { z } from 'zod'
import { jsonObject, milliseconds, tenantId } from '../../fields.ts'
import { parseBody } from '../../request-body.ts'

const name = z.string().min(1, 'It must not be empty.')

const correlation = z.strictObject({
  name,
  correlationKey: z.string().nullish(),
  variables: jsonObject.nullish(),
  tenantId: tenantId.nullish(),
})

/** The body of `POST /messages/correlation`. */
export const parseCorrelation = (input: unknown): CorrelateMessage =>
  toMessage(parseBody(correlation, input))

const publication = correlation.extend({
  timeToLive: milliseconds(0, timeToLiveMsMax).nullish(),
  messageId: z.string().nullish(),
})

/** The body of `POST /messages/publication`. */
export const parsePublication = (input: unknown): PublishMessage => {
  const body = parseBody(publication, input)
  const { timeToLive, messageId } = body
  return { ...toMessage(body), timeToLiveMs: timeToLive ?? 0, messageId: messageId ?? '' }
}

const toMessage = (body: z.output<typeof correlation>): CorrelateMessage => {
  const { correlationKey, variables } = body
  return {
    name: body.name,
    correlationKey: correlationKey ?? '',
    ...(variables && { variables }),
  }
}

const broadcast = z.strictObject({
  signalName: name,
  variables: jsonObject.nullish(),
  tenantId: tenantId.nullish(),
})

/** The body of `POST /signals/broadcast`. */
export const parseBroadcast = (input: unknown): BroadcastSignal => {
  const { signalName, variables } = parseBody(broadcast, input)
  return { name: signalName, ...(variables && { variables }) }
}
