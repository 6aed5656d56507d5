import { describe, expect, it } from 'vitest'
import { parseBpmn } from '../parse-bpmn.ts'
import { flow, model, task } from '../test-model.ts'
import { refusals } from '../test-refusals.ts'

const START = '<bpmn:startEvent id="start" />'

const timer = (kind: string, text: string): string =>
  `<bpmn:timerEventDefinition id="timer"><bpmn:${kind} xsi:type="bpmn:tFormalExpression">${text}</bpmn:${kind}></bpmn:timerEventDefinition>`

const catching = (definition: string): string =>
  model(START, `<bpmn:intermediateCatchEvent id="wait">${definition}</bpmn:intermediateCatchEvent>`)

const boundary = (definition: string, attributes = ''): string =>
  model(
    START + task('task') + '<bpmn:endEvent id="end" />' + flow('f', 'late', 'end'),
    `<bpmn:boundaryEvent id="late" attachedToRef="task" ${attributes}>${definition}</bpmn:boundaryEvent>`,
  )

const onTimer = (definition: string, attributes = ''): string =>
  model(
    START,
    '<bpmn:subProcess id="sub" triggeredByEvent="true">' +
      `<bpmn:startEvent id="late" ${attributes}>${definition}</bpmn:startEvent></bpmn:subProcess>`,
  )

const starting = (definition: string): string =>
  model(`<bpmn:startEvent id="late">${definition}</bpmn:startEvent>`)

const date = timer('timeDate', '2030-01-01T00:00:00Z')
const duration = timer('timeDuration', ' PT1H ')
const cycle = timer('timeCycle', 'R3/PT1H')

describe('parseBpmn reads timers', () => {
  it.each([
    ['a date', date, { timing: 'DATE', time: '2030-01-01T00:00:00Z' }],
    ['a duration', duration, { timing: 'DURATION', time: 'PT1H' }],
    ['an expression', timer('timeDate', '=now()'), { timing: 'DATE', time: '=now()' }],
  ])('with %s where a token waits', async (_, definition, expected) => {
    const [process] = await parseBpmn(catching(definition))
    expect(process?.elements.get('wait')).toMatchObject({
      type: 'INTERMEDIATE_CATCH_EVENT',
      definition: { kind: 'TIMER', ...expected },
    })
  })

  it.each([
    ['at an activity', boundary(date)],
    ['at an activity that goes on, again and again', boundary(cycle, 'cancelActivity="false"')],
    ['at the start of an event sub-process', onTimer(duration)],
    ['again and again beside its scope', onTimer(cycle, 'isInterrupting="false"')],
    ['at the start of a process', starting(cycle)],
    ['at the start of a process, once', starting(duration)],
    ['as cron', starting(timer('timeCycle', '0 0 9-17 * * MON-FRI'))],
  ])('%s', async (_, xml) => {
    expect(await refusals(xml)).toEqual([])
  })
})

describe('parseBpmn refuses', () => {
  it.each([
    ['a timer without a time', catching('<bpmn:timerEventDefinition id="t" />'), 'must have one'],
    [
      'a timer with two times',
      catching(
        '<bpmn:timerEventDefinition id="t"><bpmn:timeDuration>PT1H</bpmn:timeDuration>' +
          '<bpmn:timeDuration>PT2H</bpmn:timeDuration></bpmn:timerEventDefinition>',
      ),
      'must have one date, one duration or one cycle',
    ],
    [
      'a date without an offset',
      catching(timer('timeDate', '2030-01-01T00:00:00')),
      'The timer date is wrong: "2030-01-01T00:00:00" is no date and time with an offset',
    ],
    [
      'a duration that is none',
      boundary(timer('timeDuration', '1 hour')),
      'The timer duration is wrong: "1 hour" is no ISO 8601 duration',
    ],
    [
      'a cycle that is none',
      starting(timer('timeCycle', 'PT1H')),
      'The timer cycle is wrong: "PT1H" is no cycle',
    ],
    [
      'a cycle that a token waits for',
      catching(cycle),
      'The timer that the token waits for must be a date or a duration',
    ],
    ['a cycle that ends its activity', boundary(cycle), 'An interrupting timer must be a date'],
    ['a cycle that ends its scope', onTimer(cycle), 'An interrupting timer must be a date'],
    ['an event that waits for nothing', catching(''), 'The event must say what it waits for'],
  ])('%s', async (_, xml, expected) => {
    const found = await refusals(xml)
    expect(found.join('\n')).toContain(expected)
    expect(found).toHaveLength(1)
  })
})
