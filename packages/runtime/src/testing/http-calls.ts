import { HttpError, type Http, type HttpRequest, type HttpResponse } from '@tenon/sdk'
import { onTestFinished } from 'vitest'
import { addressGuard } from '../http/address-guard.ts'
import { createHttp, type HttpClient } from '../http/create-http.ts'

/** A client that may call the servers of tests. */
export const createLocalHttp = (): HttpClient =>
  createHttp(addressGuard({ isLoopbackAllowed: true }))

/** The client, for one test. */
export const clientOf = (signal = new AbortController().signal): Http => {
  const client = createLocalHttp()
  onTestFinished(() => client.close())
  return client.withSignal(signal)
}

/** One call, with a client of its own. */
export const send = (request: Partial<HttpRequest> & { url: string }): Promise<HttpResponse> =>
  clientOf().send({ method: 'GET', headers: [], ...request })

/** The code that a call fails with; what else came of it, where that was no `HttpError`. */
export const codeOf = async (call: Promise<unknown>): Promise<unknown> => {
  try {
    return await call
  } catch (error) {
    return error instanceof HttpError ? error.code : error
  }
}
