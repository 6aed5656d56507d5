import { describe, expect, it } from 'vitest'
import { applyTemplate, perform } from '@tenon/templates'
import { testElement, testTemplate } from '../test-element.ts'

describe('constants', () => {
  it('mark a user task as the engine’s own, and take the mark away', async () => {
    const { element, lines } = await testElement('<bpmn:userTask id="element" />')
    const more = { elementType: { value: 'bpmn:UserTask' } }
    const native = testTemplate([{ type: 'Hidden', binding: { type: 'zeebe:userTask' } }], more)

    perform(applyTemplate(element, native))
    expect(await lines()).toContain('<zeebe:userTask />')

    perform(applyTemplate(element, testTemplate([], more)))
    expect(await lines()).not.toContain('<zeebe:userTask />')
  })

  it('listen to the life of an element, with headers and attempts', async () => {
    const { element, lines } = await testElement('<bpmn:userTask id="element" />')
    const template = testTemplate([
      {
        type: 'Hidden',
        value: 'audit',
        binding: {
          type: 'zeebe:executionListener',
          eventType: 'start',
          retries: '2',
          headers: [{ key: 'a', value: 'b' }],
        },
      },
      {
        type: 'Hidden',
        generatedValue: { type: 'uuid' },
        binding: { type: 'zeebe:taskListener', eventType: 'creating' },
      },
    ])

    perform(applyTemplate(element, template))

    const text = (await lines()).join('')
    expect(text).toContain(
      '<zeebe:executionListeners><zeebe:executionListener eventType="start" retries="2" type="audit">' +
        '<zeebe:taskHeaders><zeebe:header key="a" value="b" /></zeebe:taskHeaders>',
    )
    expect(text).toMatch(/<zeebe:taskListener eventType="creating" type="[\da-f-]{36}" \/>/)
    expect(applyTemplate(element, template)).toEqual([])
    perform(applyTemplate(element, testTemplate([]), { previous: template }))
    expect((await lines()).join('')).not.toContain('istener')
  })
})

it('never lets what repeats interrupt', async () => {
  const { element, lines } = await testElement(
    '<bpmn:task id="host" /><bpmn:boundaryEvent id="element" attachedToRef="host">' +
      '<bpmn:timerEventDefinition id="timer"><bpmn:timeDate>2030-01-01</bpmn:timeDate>' +
      '</bpmn:timerEventDefinition></bpmn:boundaryEvent>',
  )
  const binding = { type: 'bpmn:TimerEventDefinition#property', name: 'timeCycle' } as const

  perform(applyTemplate(element, testTemplate([{ value: 'R/PT1H', binding }])))

  const text = (await lines()).join('\n')
  expect(text).toContain('cancelActivity="false"')
  expect(text).toContain('R/PT1H')
  expect(text).not.toContain('timeDate')
})
