import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createShop } from '../../examples/shop-server.ts'
import { serve } from './local-server.ts'
import { root, tenon } from './tenon.ts'

const run = async (example: string, variables: object) => {
  const path = join(root, 'examples', example)
  const ended = await tenon(['run', path, '--variables', JSON.stringify(variables)])
  expect(ended.stderr).toBe('')
  return JSON.parse(ended.stdout)
}

it.each([
  { quantity: 3, total: 120.15, discount: 12.015, toPay: 108.135 },
  { quantity: 2, total: 80.1, discount: 0, toPay: 80.1 },
])('discount computes the price of $quantity', async ({ quantity, ...expected }) => {
  const items = [{ price: 40.05, quantity }]

  expect(await run('discount.bpmn', { items })).toEqual({ items, ...expected })
})

it.each([
  { sku: 'chair', stock: 12, deliverable: true },
  { sku: 'lamp', stock: 0, deliverable: false },
  { sku: 'sofa', reason: 'Not Found', deliverable: false },
])('stock tells what becomes of a $sku', async (expected) => {
  const shop = await serve(createShop())

  const result = await run('stock.bpmn', { shop, sku: expected.sku })

  expect(result).toEqual({ shop, ...expected })
})

it('quotes asks again a supplier that fails', async () => {
  const shop = await serve(createShop())
  const variables = { shop, sku: 'chair', quantity: 4 }

  const result = await run('quotes.bpmn', variables)

  expect(result).toEqual({ ...variables, priceNorth: 12.5, priceSouth: 13.75 })
})

it('payment pays once in two requests', async () => {
  const shop = await serve(createShop())
  const variables = { shop, order: 'A-17', amount: 49.9 }

  const result = await run('payment.bpmn', variables)

  expect(result).toEqual({ ...variables, payment: 1, paid: true, requests: 2 })
})

it.each(['discount', 'stock', 'quotes', 'payment'])('%s has a drawing of all it has', (name) => {
  const xml = readFileSync(join(root, 'examples', `${name}.bpmn`), 'utf8')
  const process = xml.slice(xml.indexOf('<bpmn:process'), xml.indexOf('</bpmn:process>'))
  const ids = [...process.matchAll(/<bpmn:\w*(?:Event|Task|Gateway|Flow) id="(\w+)"/g)]
  const drawn = new Set([...xml.matchAll(/bpmnElement="(\w+)"/g)].map(([, id]) => id))

  expect(ids.length).toBeGreaterThan(2)
  expect(ids.map(([, id]) => id).filter((id) => !drawn.has(id))).toEqual([])
})
