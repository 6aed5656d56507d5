import type { Http, HttpRequest, HttpResponse } from '@tenon/sdk'
import { toTransportError } from './transport-error.ts'

/** Throws what a model sees of a request without a complete answer. */
export const send = async (http: Http, request: HttpRequest): Promise<HttpResponse> => {
  try {
    return await http.send(request)
  } catch (error) {
    throw toTransportError(error)
  }
}
