import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

/**
 * The shop and its suppliers that the example models call:
 *
 * - `GET /stock/<sku>`: `{"available": 12}`, or 404 for an item that the shop does not have
 * - `GET /quotes/<supplier>`: `{"price": 12.5}`; `north` fails twice before each answer
 * - `POST /payments`: pays, and loses its first answer; a repeated key pays no second time
 */
export const createShop = (): Server => {
  const shop: Shop = { failures: 0, payments: new Map() }
  return createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://shop')
    const [, kind = '', name = ''] = pathname.split('/')
    const answer = (routes.get(`${request.method} /${kind}`) ?? notFound)(shop, name, request)
    send(response, answer)
  })
}

interface Shop {
  /** Of north, since its last answer. */
  failures: number
  /** Requests by idempotency key. */
  readonly payments: Map<string, number>
}

interface Answer {
  readonly status: number
  readonly body: object
}

type Route = (shop: Shop, name: string, request: IncomingMessage) => Answer

const stock = new Map([
  ['chair', 12],
  ['lamp', 0],
])
const prices = new Map([
  ['north', 12.5],
  ['south', 13.75],
])
const failuresBeforeAnswer = 2

const notFound: Route = () => ({ status: 404, body: { message: 'There is no such thing here.' } })

const getStock: Route = (shop, sku, request) => {
  const available = stock.get(sku)
  return available === undefined ? notFound(shop, sku, request) : ok({ sku, available })
}

const getQuote: Route = (shop, supplier, request) => {
  const price = prices.get(supplier)
  if (price === undefined) return notFound(shop, supplier, request)
  if (supplier === 'north' && shop.failures < failuresBeforeAnswer) {
    shop.failures += 1
    return { status: 500, body: { message: 'North is busy.' } }
  }
  shop.failures = 0
  return ok({ supplier, price })
}

const pay: Route = ({ payments }, _name, { headers }) => {
  const key = headers['idempotency-key']
  if (typeof key !== 'string') return { status: 400, body: { message: 'A key is missing.' } }
  const requests = (payments.get(key) ?? 0) + 1
  payments.set(key, requests)
  // It has paid by now: whoever repeats the request without its key would pay twice.
  if (requests === 1) return { status: 500, body: { message: 'The answer got lost.' } }
  return ok({ payment: [...payments.keys()].indexOf(key) + 1, paid: true, requests })
}

const routes: ReadonlyMap<string, Route> = new Map([
  ['GET /stock', getStock],
  ['GET /quotes', getQuote],
  ['POST /payments', pay],
])

const ok = (body: object): Answer => ({ status: 200, body })

const send = (response: ServerResponse, { status, body }: Answer): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

if (import.meta.main) {
  const port = Number(process.argv[2] ?? 8090)
  createShop().listen(port, '127.0.0.1', () => {
    process.stdout.write(`Shop ready at http://127.0.0.1:${port}\n`)
  })
}
