import { connector } from '@tenon/sdk'
import { icon } from './icon.ts'
import { input } from './input.ts'
import { sendWithToken } from './oauth.ts'
import { toRequest } from './request.ts'
import { output, toResult } from './response.ts'
import { send } from './send.ts'
import { refuseUnsupported } from './unsupported.ts'

const http = connector({
  id: 'tenon.http',
  version: '1.0.0',
  name: 'HTTP request',
  description: 'Call an HTTP or REST interface',
  icon,
  jobType: 'io.camunda:http-json:1',
})

/** Takes the place of Camunda's REST connector: the same inputs, output and errors. */
export default http.operation('send-request', {
  name: 'Send request',
  input,
  output,
  run: async (call) => {
    const { authentication, documentReturnFormat } = call.input
    refuseUnsupported(call.input)
    const request = toRequest(call.input, call.idempotencyKey)
    const response =
      authentication.type === 'oauth-client-credentials-flow'
        ? await sendWithToken(request, authentication, call)
        : await send(call.http, request)
    return toResult(request, response, documentReturnFormat)
  },
})
