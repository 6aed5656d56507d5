import { connector, type HttpRequest, type HttpResponse, type Services } from '@tenon/sdk'
import { icon } from './icon.ts'
import { input } from './input.ts'
import { toRequest } from './request.ts'
import { output, toResult } from './response.ts'
import { toTransportError } from './transport-error.ts'
import { refuseUnsupported } from './unsupported.ts'

const http = connector({
  id: 'tenon.http',
  version: '1.0.0',
  name: 'HTTP request',
  description: 'Call an HTTP or REST interface',
  icon,
  jobType: 'io.camunda:http-json:1',
})

const send = async (client: Services['http'], request: HttpRequest): Promise<HttpResponse> => {
  try {
    return await client.send(request)
  } catch (error) {
    throw toTransportError(error)
  }
}

/** Takes the place of Camunda's REST connector: the same inputs, output and errors. */
export default http.operation('send-request', {
  name: 'Send request',
  input,
  output,
  run: async (call) => {
    refuseUnsupported(call.input)
    const request = toRequest(call.input, call.idempotencyKey)
    return toResult(request, await send(call.http, request))
  },
})
