import { jsonDepthMax, OrchestrationError, parseJson } from '@tenon/orchestration'
import { HttpError, type HttpResponse } from '@tenon/sdk'
import { decodeContent } from './content-coding.ts'
import type { WireResponse } from './exchange.ts'

/** What a connector gets of an answer: decoded, as text once. Throws what `decodeContent` does. */
export const toResponse = async (answer: WireResponse): Promise<HttpResponse> => {
  const { status, reason, origin } = answer
  const { headers, body } = await decodeContent(answer, origin)
  let decoded: string | undefined
  const text = (): string =>
    (decoded ??= Buffer.from(body.buffer, body.byteOffset, body.length).toString('utf8'))
  return { status, reason, headers, body, text, json: (part = text()) => parseBody(part, origin) }
}

const parseBody = (text: string, origin: string): unknown => {
  try {
    return parseJson(text)
  } catch (error) {
    if (!(error instanceof OrchestrationError)) throw error
    if (error.code !== 'JSON_TOO_DEEP') throw new SyntaxError(error.message, { cause: error })
    requireJson(text)
    throw tooDeep(origin, error)
  }
}

/** Text that is no JSON has no depth either. Throws `SyntaxError`. */
const requireJson = (text: string): void => void JSON.parse(text)

const tooDeep = (origin: string, cause: OrchestrationError): HttpError =>
  new HttpError(
    'HTTP_TOO_DEEP',
    `The JSON of the answer from ${origin} is nested deeper than ${jsonDepthMax} levels. ` +
      'Ask for a part of it.',
    { cause },
  )
