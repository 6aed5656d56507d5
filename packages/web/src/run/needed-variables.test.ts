import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readNeededVariables } from './needed-variables.ts'

const examples = join(import.meta.dirname, '../../../../examples')

const needed = async (example: string, processId = example) => {
  const xml = readFileSync(join(examples, `${example}.bpmn`), 'utf8')
  const found = await readNeededVariables(xml, processId)
  return found?.map((path) => path.join('.'))
}

describe('readNeededVariables', () => {
  it('tells what the examples say that they take', async () => {
    expect(await needed('payment')).toEqual(['shop', 'order', 'amount'])
    expect(await needed('stock')).toEqual(['shop', 'sku'])
  })

  it('does not know it of a process that is not there, or a model that cannot be read', async () => {
    expect(await needed('payment', 'other')).toBeUndefined()
    expect(await readNeededVariables('<a />', 'payment')).toBeUndefined()
  })
})
