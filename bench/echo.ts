import { createServer } from 'node:http'

/** Answers each request with its body; a process of its own, so that it takes no time of others. */
const server = createServer((request, response) => {
  response.setHeader('content-type', 'application/json')
  request.pipe(response)
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (typeof address === 'object') process.send?.(address?.port)
})
process.on('disconnect', () => process.exit())
