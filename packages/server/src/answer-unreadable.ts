import { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { ServerError } from './errors.ts'
import { problemOf } from './problem.ts'

interface Refusal {
  readonly status: number
  readonly title: string
  readonly detail: string
}

const notHttp: Refusal = {
  status: 400,
  title: 'Bad Request',
  detail: 'What was sent is not an HTTP request. Send plain HTTP/1.1 to this port, not TLS.',
}

/** By Node's code of the error. */
const refusals: ReadonlyMap<string, Refusal> = new Map([
  [
    'HPE_HEADER_OVERFLOW',
    {
      status: 431,
      title: 'Request Header Fields Too Large',
      detail: 'The headers of the request are too large. Send fewer cookies or a shorter address.',
    },
  ],
  [
    'ERR_HTTP_REQUEST_TIMEOUT',
    {
      status: 408,
      title: 'Request Timeout',
      detail: 'The request was not received in time. Send it again, faster or in smaller parts.',
    },
  ],
])

/** Answers with a problem what Node cannot read as HTTP, so that there is no request for Fastify. */
export const answerUnreadable = (
  error: Error & { readonly code?: string },
  socket: Socket,
): void => {
  // After a reset there is nobody to answer, and an answer begun before must not be broken into.
  if (error.code === 'ECONNRESET' || !socket.writable || isAnswering(socket)) {
    socket.destroy()
    return
  }
  socket.end(answerOf(refusals.get(error.code ?? '') ?? notHttp), () => socket.destroy())
}

const isAnswering = (socket: Socket): boolean =>
  '_httpMessage' in socket &&
  socket._httpMessage instanceof ServerResponse &&
  socket._httpMessage.headersSent

const answerOf = ({ status, title, detail }: Refusal): string => {
  const error = new ServerError('REQUEST_INVALID', detail)
  const body = JSON.stringify({ ...problemOf(error, '/'), status, title })
  return [
    `HTTP/1.1 ${status} ${title}`,
    'Content-Type: application/problem+json',
    `Tenon-Error-Code: ${error.code}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
    '',
    body,
  ].join('\r\n')
}
