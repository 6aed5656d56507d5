import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { end, flow, model, start, task, timer } from '../testing/model.ts'
import { TestEngine } from '../testing/test-engine.ts'

let now: number
let test: TestEngine

beforeEach(() => {
  now = Date.parse('2026-11-05T10:20:30Z')
  test = new TestEngine({ now: () => now })
})
afterEach(() => test.close())

/** Puts the clock forward, and waits until all is done that is due. */
const advance = async (seconds: number): Promise<void> => {
  now += seconds * 1_000
  await test.engine.commands.resetClock()
}

const passes = async (key: string): Promise<readonly string[]> =>
  (await test.all('element-instances', key)).map(({ elementId, state }) => `${elementId} ${state}`)

const stateOf = async (key: string): Promise<string | undefined> =>
  (await test.all('process-instances')).find(({ processInstanceKey }) => processInstanceKey === key)
    ?.state

const openTimers = (): number => test.query('SELECT key FROM timer').length

type TimerOf = readonly [kind: Parameters<typeof timer>[1], text: string]

const catching = (...definition: TimerOf): string =>
  model(
    `${start}<bpmn:intermediateCatchEvent id="wait">${timer('wait', ...definition)}</bpmn:intermediateCatchEvent>` +
      end +
      flow('start', 'wait') +
      flow('wait', 'end'),
  )

const bounded = (attributes: string, ...definition: TimerOf): string =>
  model(
    `${start + task('task') + end + flow('start', 'task') + flow('task', 'end')}
<bpmn:boundaryEvent id="late" attachedToRef="task" ${attributes}>${timer('late', ...definition)}</bpmn:boundaryEvent>
<bpmn:endEvent id="late_end" />${flow('late', 'late_end')}`,
  )

const onTimer = (attributes: string, ...definition: TimerOf): string =>
  `<bpmn:subProcess id="late" triggeredByEvent="true"><bpmn:startEvent id="late_start" ${attributes}>
${timer('late', ...definition)}</bpmn:startEvent></bpmn:subProcess>`

describe('a timer catch event', () => {
  it('lets the token go on when its time has come, not before', async () => {
    await test.deploy(catching('timeDuration', 'PT10S'))
    const key = await test.create()
    await advance(9)
    expect(await passes(key)).toEqual(['start COMPLETED', 'wait ACTIVE'])
    await advance(1)
    expect(await passes(key)).toEqual(['start COMPLETED', 'wait COMPLETED', 'end COMPLETED'])
    expect(openTimers()).toBe(0)
  })

  it('comes by itself, by the clock of the system', async () => {
    await test.close()
    test = new TestEngine()
    await test.deploy(catching('timeDuration', 'PT0.05S'))
    expect(await test.run()).toEqual({})
  })

  it.each([
    ['timeDuration', 'PT0S'],
    ['timeDuration', '-PT1H'],
    ['timeDate', '2020-01-01T00:00:00Z'],
    ['timeDate', '=now()'],
  ] as const)('does not wait for what has passed: %s %s', async (kind, text) => {
    await test.deploy(catching(kind, text))
    expect(await test.run()).toEqual({})
  })

  it.each([
    ['timeDuration', '="PT10S"'],
    ['timeDuration', '=duration("PT10S")'],
    ['timeDuration', '=variable'],
    ['timeDate', '2026-11-05T10:20:40Z'],
    ['timeDate', '="2026-11-05T11:20:40+01:00"'],
    ['timeDate', '=now() + duration("PT10S")'],
    ['timeDate', '=date and time("2026-11-05T10:20:40")'],
    ['timeDate', '=date and time("2026-11-05T11:20:40@Europe/Berlin")'],
  ] as const)('takes a text or a value: %s %s', async (kind, text) => {
    await test.deploy(catching(kind, text))
    await test.create({ variable: 'PT10S' })
    expect(test.query('SELECT due_at - 1793874030000 AS ms FROM timer')).toEqual([{ ms: 10_000 }])
  })

  it.each([
    ['timeDuration', '=x', 'The timer needs a duration, but its expression gives null'],
    ['timeDuration', '=5', 'The timer needs a duration, but its expression gives 5'],
    ['timeDuration', '="soon"', '"soon" is no ISO 8601 duration'],
    ['timeDate', '=date("2030-01-01")', '"2030-01-01" is no date and time with an offset'],
    ['timeDate', '="2030-01-01T00:00:00"', 'is no date and time with an offset'],
    ['timeDate', '=assert(x, x != null)', 'assert'],
  ] as const)('waits with an incident for %s %s', async (kind, text, message) => {
    await test.deploy(catching(kind, text))
    const key = await test.create()
    expect(await test.all('incidents', key)).toMatchObject([
      {
        errorType: 'EXTRACT_VALUE_ERROR',
        elementId: 'wait',
        errorMessage: expect.stringContaining(message),
      },
    ])
    expect(openTimers()).toBe(0)
  })

  it('begins to wait when its incident is resolved', async () => {
    await test.deploy(catching('timeDuration', '=x'))
    const key = await test.create()
    await test.engine.commands.setVariables(key, { x: 'PT10S' })
    const [incident] = await test.all('incidents', key)
    await test.engine.commands.resolveIncident(incident?.incidentKey ?? '')
    await advance(10)
    expect(await stateOf(key)).toBe('COMPLETED')
  })

  it('fires after a restart, also when its time came meanwhile', async () => {
    await test.deploy(catching('timeDuration', 'PT10S'))
    const key = await test.create()
    await test.restart()
    expect(await passes(key)).toEqual(['start COMPLETED', 'wait ACTIVE'])
    await test.restart(() => {
      now += 10_000
    })
    await expect.poll(() => stateOf(key)).toBe('COMPLETED')
  })

  it('does not wait any more in an instance that is cancelled', async () => {
    await test.deploy(catching('timeDuration', 'PT10S'))
    await test.engine.commands.cancelProcessInstance(await test.create())
    expect(openTimers()).toBe(0)
  })
})

describe('a timer boundary event', () => {
  it('ends its activity', async () => {
    await test.deploy(bounded('', 'timeDuration', 'PT10S'))
    const key = await test.create()
    await advance(10)
    expect(await passes(key)).toEqual([
      'start COMPLETED',
      'task TERMINATED',
      'late COMPLETED',
      'late_end COMPLETED',
    ])
  })

  it('is over when its activity completes', async () => {
    await test.deploy(bounded('', 'timeDuration', 'PT10S'))
    await test.create()
    await test.engine.jobs.complete((await test.activate())?.jobKey ?? '')
    expect(openTimers()).toBe(0)
  })

  it('sees the inputs of its activity', async () => {
    const xml = bounded('', 'timeDuration', '=limit')
    await test.deploy(xml.replace(task('task'), task('task', { inputs: { limit: '="PT10S"' } })))
    const key = await test.create()
    await advance(10)
    expect(await stateOf(key)).toBe('COMPLETED')
  })

  it('keeps its activity from starting with an incident', async () => {
    await test.deploy(bounded('', 'timeDuration', '=limit'))
    const key = await test.create()
    expect(await test.all('incidents', key)).toMatchObject([{ elementId: 'task' }])
    expect(await test.all('jobs', key)).toEqual([])
    await test.engine.commands.setVariables(key, { limit: 'PT10S' })
    const [incident] = await test.all('incidents', key)
    await test.engine.commands.resolveIncident(incident?.incidentKey ?? '')
    expect(await test.all('jobs', key)).toHaveLength(1)
    expect(openTimers()).toBe(1)
  })

  it('happens again and again beside its activity', async () => {
    await test.deploy(bounded('cancelActivity="false"', 'timeCycle', 'R3/PT10S'))
    const key = await test.create()
    const count = async (): Promise<number> =>
      (await passes(key)).filter((pass) => pass === 'late COMPLETED').length
    await advance(10)
    expect(await count()).toBe(1)
    await test.restart()
    await advance(10)
    expect(await count()).toBe(2)
    await advance(10)
    await advance(10)
    expect(await count()).toBe(3)
    expect(await passes(key)).toContain('task ACTIVE')
    expect(openTimers()).toBe(0)
  })

  it('catches up once with all that was missed', async () => {
    await test.deploy(bounded('cancelActivity="false"', 'timeCycle', 'R/PT10S'))
    const key = await test.create()
    await advance(35)
    expect((await passes(key)).filter((pass) => pass.startsWith('late '))).toHaveLength(2)
    expect(test.query('SELECT due_at FROM timer')).toEqual([{ due_at: now + 10_000 }])
  })

  it('happens as cron says', async () => {
    await test.deploy(bounded('cancelActivity="false"', 'timeCycle', '0 * * * * *'))
    await test.create()
    await advance(30)
    expect(test.query('SELECT due_at FROM timer')).toEqual([{ due_at: now + 60_000 }])
  })

  it('does not interrupt what only waits for its incident', async () => {
    const xml = bounded('', 'timeDuration', 'PT10S')
    const outputs = { y: '=assert(x, x != null)' }
    await test.deploy(xml.replace(task('task'), task('task', { outputs })))
    const key = await test.create()
    await test.engine.jobs.complete((await test.activate())?.jobKey ?? '')
    await advance(10)
    expect(await passes(key)).toEqual(['start COMPLETED', 'task ACTIVE'])
    expect(openTimers()).toBe(0)
  })
})

describe('a timer event sub-process', () => {
  it('ends what goes on in its scope', async () => {
    const content = start + task('task') + flow('start', 'task')
    await test.deploy(model(content + onTimer('', 'timeDuration', 'PT10S')))
    const key = await test.create()
    await advance(10)
    expect(await passes(key)).toEqual([
      'start COMPLETED',
      'task TERMINATED',
      'late COMPLETED',
      'late_start COMPLETED',
    ])
    expect(await stateOf(key)).toBe('COMPLETED')
  })

  it('happens again and again beside its scope', async () => {
    const content = start + task('task') + flow('start', 'task')
    await test.deploy(model(content + onTimer('isInterrupting="false"', 'timeCycle', 'R2/PT10S')))
    const key = await test.create()
    await advance(10)
    await advance(10)
    await advance(10)
    expect((await passes(key)).filter((pass) => pass === 'late COMPLETED')).toHaveLength(2)
    expect(await passes(key)).toContain('task ACTIVE')
  })

  it('leaves the boundary events of its scope to wait', async () => {
    const inner =
      '<bpmn:startEvent id="in" />' +
      task('task') +
      flow('in', 'task') +
      onTimer('', 'timeDuration', 'PT5S').replace(
        '</bpmn:startEvent>',
        `</bpmn:startEvent>${task('repair')}${flow('late_start', 'repair')}`,
      )
    await test.deploy(
      model(
        `${start}<bpmn:subProcess id="sub">${inner}</bpmn:subProcess>${flow('start', 'sub')}
<bpmn:boundaryEvent id="too_late" attachedToRef="sub">${timer('too_late', 'timeDuration', 'PT10S')}</bpmn:boundaryEvent>
${end}${flow('too_late', 'end')}`,
      ),
    )
    const key = await test.create()
    await advance(5)
    expect(await passes(key)).toContain('repair ACTIVE')
    await advance(5)
    expect(await passes(key)).toContain('too_late COMPLETED')
    expect(await stateOf(key)).toBe('COMPLETED')
  })

  it('keeps the start of its scope from completing with an incident', async () => {
    const outputs =
      '<bpmn:extensionElements><zeebe:ioMapping><zeebe:output source="=y" target="x" />' +
      '</zeebe:ioMapping></bpmn:extensionElements>'
    const content = `<bpmn:startEvent id="start">${outputs}</bpmn:startEvent>`
    await test.deploy(
      model(
        content +
          task('task') +
          flow('start', 'task') +
          onTimer('', 'timeDuration', '=x').replaceAll('late', 'a') +
          onTimer('isInterrupting="false"', 'timeDuration', 'PT20S'),
      ),
    )
    const key = await test.create()
    expect(await test.all('incidents', key)).toMatchObject([
      { errorType: 'EXTRACT_VALUE_ERROR', elementId: 'start' },
    ])
    expect(openTimers()).toBe(0)
    await test.engine.commands.setVariables(key, { y: 'PT10S' })
    const [incident] = await test.all('incidents', key)
    await test.engine.commands.resolveIncident(incident?.incidentKey ?? '')
    expect(openTimers()).toBe(2)
    await advance(10)
    expect(await stateOf(key)).toBe('COMPLETED')
  })
})
