import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { JsonObject } from '@tenon/orchestration'
import { end, flow, model, start } from '../testing/model.ts'
import { TestEngine } from '../testing/test-engine.ts'

let test: TestEngine

beforeEach(() => {
  test = new TestEngine()
})
afterEach(() => test.close())

const messageOf = async (key: string): Promise<string | undefined> =>
  (await test.all('incidents', key))[0]?.errorMessage

describe('an incident of a gateway', () => {
  const choice = (condition: string, attributes = ''): string =>
    model(
      [
        start +
          end +
          `<bpmn:endEvent id="other" /><bpmn:exclusiveGateway id="choice"${attributes} />`,
        flow('start', 'choice'),
        flow('choice', 'end', condition),
        flow('choice', 'other', attributes === '' ? '=status = "new"' : undefined),
      ].join('\n'),
    )

  it.each<[string, JsonObject, string]>([
    ['=amount > limit', { limit: 5 }, 'There is no variable "amount".'],
    ['=amount > 5', { amount: null }, 'The variable "amount" is null.'],
    ['=order.sum.net > 5', { order: {} }, 'There is no variable "order.sum".'],
    [
      '=order.sum.net > 5',
      { order: { sum: { net: null } } },
      'The variable "order.sum.net" is null.',
    ],
  ])('names what is empty: %s', async (condition, variables, sentence) => {
    await test.deploy(choice(condition, ' default="choice_other"'))
    expect(await messageOf(await test.create(variables))).toBe(
      `Condition ${condition} of flow choice_end cannot decide: it is neither true nor false. ` +
        `${sentence} Correct the variables and resolve the incident.`,
    )
  })

  it('names each once where no condition holds', async () => {
    await test.deploy(choice('=status = "old"'))
    expect(await messageOf(await test.create())).toBe(
      'No condition of gateway choice is true and it has no default flow. ' +
        'There is no variable "status". ' +
        'Correct the variables and resolve the incident, or give the gateway a default flow.',
    )
  })

  it('names nothing where nothing is empty', async () => {
    await test.deploy(choice('=amount > 5', ' default="choice_other"'))
    expect(await messageOf(await test.create({ amount: 'many' }))).toContain(
      'neither true nor false. Correct the variables',
    )
  })
})
