import { perform, readModel } from '@tenon/templates'
import { describe, expect, it } from 'vitest'
import { setExtension } from './set-extension.ts'

const open = async (content: string) => {
  const { elementsById, write } = await readModel(`<bpmn:definitions id="d" targetNamespace="t"
      xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
      xmlns:zeebe="http://camunda.org/schema/zeebe/1.0">
    <bpmn:process id="p"><bpmn:serviceTask id="task">${content}</bpmn:serviceTask></bpmn:process>
  </bpmn:definitions>`)
  const task = elementsById.get('task')
  if (task === undefined) throw new Error('There is no task.')
  return { task, write }
}

describe('setExtension', () => {
  it.each([
    ['without extension elements', ''],
    ['with others', '<bpmn:extensionElements><zeebe:properties /></bpmn:extensionElements>'],
  ])('gives a task %s a job type, and takes it back', async (_, content) => {
    // given
    const { task, write } = await open(content)
    const before = await write()

    // when
    const undo = perform(
      setExtension(task, { type: 'zeebe:TaskDefinition', properties: { type: 'pack' } }),
    )

    // then
    expect(await write()).toContain('<zeebe:taskDefinition type="pack" />')

    // when
    undo()

    // then
    expect(await write()).toBe(before)
  })

  it('keeps what else is set', async () => {
    const { task, write } = await open(
      '<bpmn:extensionElements><zeebe:taskDefinition type="pack" /></bpmn:extensionElements>',
    )
    perform(setExtension(task, { type: 'zeebe:TaskDefinition', properties: { retries: '5' } }))
    expect(await write()).toContain('<zeebe:taskDefinition type="pack" retries="5" />')
  })

  it('takes the place of another', async () => {
    const { task, write } = await open(
      '<bpmn:extensionElements><zeebe:script expression="=1" /></bpmn:extensionElements>',
    )
    perform(
      setExtension(task, {
        type: 'zeebe:TaskDefinition',
        properties: { type: 'pack' },
        replaces: 'zeebe:Script',
      }),
    )
    expect(await write()).not.toContain('zeebe:script')
    expect(await write()).toContain('<zeebe:taskDefinition type="pack" />')
  })
})
