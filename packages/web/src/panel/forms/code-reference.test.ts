import { perform, readModel, type ModdleElement } from '@tenon/templates'
import { describe, expect, it } from 'vitest'
import { codeKindOf, referToCode, rootOf } from './code-reference.ts'

const event = (id: string, errorRef = '') =>
  `<bpmn:boundaryEvent id="${id}" attachedToRef="task"><bpmn:errorEventDefinition id="${id}_d" ${errorRef} /></bpmn:boundaryEvent>`

const open = async (events: string, errors = '') => {
  const { elementsById, write } = await readModel(`<bpmn:definitions id="d" targetNamespace="t"
      xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL">
    <bpmn:process id="p"><bpmn:task id="task" />${events}</bpmn:process>${errors}
  </bpmn:definitions>`)
  const element = elementsById.get('a')
  if (element === undefined) throw new Error('There is no event a.')
  return { element, write, other: elementsById.get('b') }
}

const referTo = (element: ModdleElement, code: string) => {
  const kind = codeKindOf(element)
  return kind === undefined ? [] : referToCode(element, kind, code)
}

const rootOfEvent = (element: ModdleElement): ModdleElement | undefined => {
  const kind = codeKindOf(element)
  return kind && rootOf(element, kind)
}

const codeOf = (element: ModdleElement | undefined): unknown =>
  element && rootOfEvent(element)?.get('errorCode')

const notFound = '<bpmn:error id="Error_1" name="Gone" errorCode="NOT_FOUND" />'

describe('referToCode', () => {
  it('makes the error, and takes it back', async () => {
    // given
    const { element, write } = await open(event('a'), '<bpmn:message id="Error_1" />')
    const before = await write()

    // when
    const undo = perform(referTo(element, 'FULL'))

    // then
    expect(await write()).toContain('<bpmn:error id="Error_2" name="FULL" errorCode="FULL" />')
    expect(codeOf(element)).toBe('FULL')

    // when
    undo()

    // then
    expect(await write()).toBe(before)
  })

  it('uses the error that the model has', async () => {
    const { element, write } = await open(event('a'), notFound)
    perform(referTo(element, 'NOT_FOUND'))
    expect(codeOf(element)).toBe('NOT_FOUND')
    expect((await write()).match(/<bpmn:error /gu)).toHaveLength(1)
  })

  it('gives the error of this event alone another code', async () => {
    const { element, write } = await open(event('a', 'errorRef="Error_1"'), notFound)
    perform(referTo(element, 'FULL'))
    expect(await write()).toContain('<bpmn:error id="Error_1" name="Gone" errorCode="FULL" />')
  })

  it('leaves alone the error of other events', async () => {
    const ref = 'errorRef="Error_1"'
    const { element, other } = await open(event('a', ref) + event('b', ref), notFound)
    perform(referTo(element, 'FULL'))
    expect([codeOf(element), codeOf(other)]).toEqual(['FULL', 'NOT_FOUND'])
  })

  it('refers to none without a code', async () => {
    const { element } = await open(event('a', 'errorRef="Error_1"'), notFound)
    perform(referTo(element, ''))
    expect(rootOfEvent(element)).toBeUndefined()
  })

  it('makes escalations apart from errors', async () => {
    const escalation = event('a').replace('errorEventDefinition', 'escalationEventDefinition')
    const { element, write } = await open(escalation, notFound)
    perform(referTo(element, 'NOT_FOUND'))
    expect(await write()).toContain(
      '<bpmn:escalation id="Escalation_1" name="NOT_FOUND" escalationCode="NOT_FOUND" />',
    )
  })
})
