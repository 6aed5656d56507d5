import { perform, readModel, type ModdleElement } from '@tenon/templates'
import { describe, expect, it } from 'vitest'
import { kindsFor, setTime, timeOf, timerDefinitionOf } from './timer-definition.ts'

const timer = (time = '') =>
  `<bpmn:timerEventDefinition id="timer">${time}</bpmn:timerEventDefinition>`

const open = async (content: string) => {
  const { elementsById, write } = await readModel(`<bpmn:definitions id="d" targetNamespace="t"
      xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
    <bpmn:process id="p"><bpmn:task id="task" />${content}</bpmn:process>
  </bpmn:definitions>`)
  const element = elementsById.get('a')
  if (element === undefined) throw new Error('There is no event a.')
  return { element, definition: definitionIn(element), write }
}

const definitionIn = (event: ModdleElement): ModdleElement => {
  const definition = timerDefinitionOf(event)
  if (definition === undefined) throw new Error('The event has no timer.')
  return definition
}

const catching = (time?: string) =>
  `<bpmn:intermediateCatchEvent id="a">${timer(time)}</bpmn:intermediateCatchEvent>`

describe('setTime', () => {
  it('replaces the time of a timer, and takes it back', async () => {
    const { definition, write } = await open(
      catching('<bpmn:timeDate xsi:type="bpmn:tFormalExpression">=x</bpmn:timeDate>'),
    )
    const before = await write()
    const undo = perform(setTime(definition, { kind: 'timeDuration', text: 'PT1H' }))
    expect(timeOf(definition)).toEqual({ kind: 'timeDuration', text: 'PT1H' })
    const written = await write()
    expect(written).toContain(
      '<bpmn:timeDuration xsi:type="bpmn:tFormalExpression">PT1H</bpmn:timeDuration>',
    )
    expect(written).not.toContain('timeDate')
    undo()
    expect(await write()).toBe(before)
  })

  it('gives a time to a timer that has none', async () => {
    const { definition } = await open(catching())
    expect(timeOf(definition)).toBeUndefined()
    perform(setTime(definition, { kind: 'timeDate', text: '' }))
    expect(timeOf(definition)).toEqual({ kind: 'timeDate', text: '' })
  })
})

describe('kindsFor', () => {
  const once = ['timeDuration', 'timeDate']
  const again = [...once, 'timeCycle']
  const boundary = (attributes = '') =>
    `<bpmn:boundaryEvent id="a" attachedToRef="task" ${attributes}>${timer()}</bpmn:boundaryEvent>`
  const start = (attributes = '') =>
    `<bpmn:startEvent id="a" ${attributes}>${timer()}</bpmn:startEvent>`
  const inside = (content: string) =>
    `<bpmn:subProcess id="sub" triggeredByEvent="true">${content}</bpmn:subProcess>`

  it.each([
    ['what a token waits for', catching(), once],
    ['what ends its activity', boundary(), once],
    ['what happens beside its activity', boundary('cancelActivity="false"'), again],
    ['what starts a process', start(), again],
    ['what ends a scope', inside(start()), once],
    ['what happens beside a scope', inside(start('isInterrupting="false"')), again],
  ])('%s', async (_, content, expected) => {
    const { element } = await open(content)
    expect(kindsFor(element)).toEqual(expected)
  })
})
