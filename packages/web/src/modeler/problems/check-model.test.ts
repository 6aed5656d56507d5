import { describe, expect, it } from 'vitest'
import { checkModel } from './check-model.ts'

const model = (content: string): string =>
  `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0">
     <bpmn:process id="order" isExecutable="true"><bpmn:startEvent id="start" />${content}</bpmn:process>
   </bpmn:definitions>`

describe('checkModel', () => {
  it('finds nothing in a model that can be deployed', async () => {
    expect(await checkModel(model(''))).toEqual([])
  })

  it('names the element that does not run', async () => {
    expect(await checkModel(model('<bpmn:userTask id="approve" />'))).toEqual([
      {
        elementId: 'approve',
        message: '<bpmn:userTask> in <bpmn:process> is not supported yet. Remove it.',
      },
    ])
  })

  it('names the element whose expression cannot be read', async () => {
    const task = `<bpmn:serviceTask id="pay"><bpmn:extensionElements><zeebe:taskDefinition type="pay" />
      <zeebe:ioMapping><zeebe:input source="=1 +" target="sum" /></zeebe:ioMapping>
      </bpmn:extensionElements></bpmn:serviceTask>`
    const [problem, ...others] = await checkModel(model(task))
    expect(others).toEqual([])
    expect(problem?.elementId).toBe('pay')
    expect(problem?.message).toMatch(/^mapping to sum: /)
  })

  it('says what is wrong with a text that is no model', async () => {
    expect(await checkModel('<bpmn')).toEqual([
      { elementId: null, message: expect.stringContaining('XML') },
    ])
  })
})
