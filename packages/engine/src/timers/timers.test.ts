import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { end, flow, model, start, timer } from '../testing/model.ts'
import { TestEngine } from '../testing/test-engine.ts'

let now: number
let test: TestEngine

beforeEach(() => {
  now = Date.parse('2026-11-05T10:20:30Z')
  test = new TestEngine({ now: () => now })
})
afterEach(() => test.close())

const advance = async (seconds: number): Promise<void> => {
  now += seconds * 1_000
  await test.engine.commands.resetClock()
}

const starting = (...[kind, text]: readonly [Parameters<typeof timer>[1], string]): string =>
  model(
    `<bpmn:startEvent id="by_time">${timer('by_time', kind, text)}</bpmn:startEvent>` +
      end +
      flow('by_time', 'end'),
  )

const started = async (): Promise<number> => (await test.all('process-instances')).length

describe('a timer start event', () => {
  it('starts an instance at each of its times, also after a restart', async () => {
    await test.deploy(starting('timeCycle', 'R2/PT10S'))
    await advance(9)
    expect(await started()).toBe(0)
    await advance(1)
    expect(await started()).toBe(1)
    await test.restart()
    await advance(10)
    expect(await started()).toBe(2)
    await advance(10)
    expect(await started()).toBe(2)
    const elements = await test.all('element-instances')
    expect(elements.map(({ elementId }) => elementId)).toEqual(
      ['by_time', 'end'].concat(['by_time', 'end']),
    )
  })

  it('starts one that became due while nobody looked', async () => {
    await test.deploy(starting('timeDuration', 'PT10S'))
    await test.restart(() => {
      now += 10_000
    })
    await expect.poll(started).toBe(1)
  })

  it.each([
    ['timeDate', '2020-01-01T00:00:00Z'],
    ['timeDate', '=now() - duration("PT1H")'],
    ['timeCycle', 'R1/2020-01-01T00:00:00Z/PT1H'],
  ] as const)('starts at once when its time has passed: %s %s', async (kind, text) => {
    await test.deploy(starting(kind, text))
    await expect.poll(started).toBe(1)
  })

  it('is replaced by that of a new version, not by the same model', async () => {
    const first = starting('timeCycle', 'R/PT10S')
    await test.deploy(first)
    await advance(5)
    await test.deploy(first)
    await advance(5)
    expect(await started()).toBe(1)
    await test.deploy(starting('timeDuration', 'PT1H'))
    await advance(600)
    expect(await started()).toBe(1)
    await advance(3_000)
    const instances = await test.all('process-instances')
    expect(instances.map((instance) => instance.processDefinitionVersion)).toEqual([1, 2])
  })

  it('ends with a new version that has none', async () => {
    await test.deploy(starting('timeCycle', 'R/PT10S'))
    await test.deploy(model(start + end + flow('start', 'end')))
    await advance(60)
    expect(await started()).toBe(0)
  })

  it.each([
    ['timeDate', '=x', 'element by_time, line 6: The timer needs a date and time'],
    ['timeCycle', '=5', 'element by_time, line 6: The timer needs a text'],
    ['timeDate', '=assert(x, x != null)', 'element by_time, line 6:'],
  ] as const)('is refused without a time: %s %s', async (kind, text, expected) => {
    await expect(test.deploy(starting(kind, text))).rejects.toMatchObject({
      code: 'DEPLOYMENT_REJECTED',
      message: expect.stringContaining(expected),
    })
    expect(test.query('SELECT key FROM process_definition')).toEqual([])
  })

  it('alone lets nobody start the process', async () => {
    await test.deploy(starting('timeDuration', 'PT1H'))
    await expect(test.create()).rejects.toMatchObject({
      code: 'INVALID_STATE',
      message: expect.stringContaining('no none start event'),
    })
  })
})

describe('many timers due at once', () => {
  it('fire in portions, so that others come between', async () => {
    const wait = `<bpmn:intermediateCatchEvent id="wait">${timer('wait', 'timeDuration', 'PT10S')}</bpmn:intermediateCatchEvent>`
    await test.deploy(model(start + wait + end + flow('start', 'wait') + flow('wait', 'end')))
    await Promise.all(Array.from({ length: 250 }, () => test.create()))
    const waiting = (): number => test.query('SELECT key FROM timer').length
    const leftAfter: number[] = []
    const advanced = advance(10)
    for (let n = 0; n < 2; n++) {
      await test.create()
      leftAfter.push(waiting())
    }
    await advanced
    // Those that were just created wait for their own time.
    expect(waiting()).toBe(2)
    expect(Math.max(...leftAfter)).toBeGreaterThan(2)
  })
})

describe('a pinned clock', () => {
  const waiting = (seconds: number): string =>
    model(
      start +
        `<bpmn:intermediateCatchEvent id="wait">${timer('wait', 'timeDuration', `PT${seconds}S`)}</bpmn:intermediateCatchEvent>` +
        flow('start', 'wait'),
    )
  const states = async (): Promise<readonly string[]> =>
    (await test.all('process-instances')).map(({ state }) => state)

  it('stands still, and lets happen what is due when it is pinned later', async () => {
    await test.deploy(waiting(10))
    await test.engine.commands.pinClock(Date.parse('2030-01-01T00:00:00Z'))
    await test.create()
    now = Date.parse('2040-01-01T00:00:00Z')
    await test.engine.commands.pinClock(Date.parse('2030-01-01T00:00:09Z'))
    expect(await states()).toEqual(['ACTIVE'])
    await test.engine.commands.pinClock(Date.parse('2030-01-01T00:00:10Z'))
    expect(await test.all('process-instances')).toMatchObject([
      { state: 'COMPLETED', endDate: '2030-01-01T00:00:10.000Z' },
    ])
  })

  it('lets workers wait no longer than they asked for', async () => {
    await test.engine.commands.pinClock(now)
    expect(await test.lease({ requestTimeoutMs: 20 })).toEqual([])
  })

  it('goes on with the system when it is reset', async () => {
    await test.deploy(waiting(10))
    await test.engine.commands.pinClock(now)
    await test.create()
    now += 10_000
    expect(await states()).toEqual(['ACTIVE'])
    await test.engine.commands.resetClock()
    expect(await states()).toEqual(['COMPLETED'])
  })

  it('is refused for what is no time', async () => {
    for (const time of [1.5, Number.NaN, 1e300]) {
      await expect(test.engine.commands.pinClock(time)).rejects.toMatchObject({
        code: 'INVALID_ARGUMENT',
      })
    }
  })
})
