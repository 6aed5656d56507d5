import { describe, expect, it } from 'vitest'
import { parseBpmn } from '../parse-bpmn.ts'
import { modelOfTask } from '../test-model.ts'
import { refusals } from '../test-refusals.ts'

const script = (extensions: string): string =>
  modelOfTask(
    `<bpmn:scriptTask id="task"><bpmn:extensionElements>${extensions}</bpmn:extensionElements></bpmn:scriptTask>`,
  )

const expression = '<zeebe:script expression="=a" resultVariable="b" />'

describe('a script task', () => {
  it('has an expression, or a job', async () => {
    const [computed] = await parseBpmn(script(expression))
    expect(computed?.elements.get('task')).toMatchObject({
      type: 'SCRIPT_TASK',
      script: { expression: '=a', resultVariable: 'b' },
    })
    const [job] = await parseBpmn(script('<zeebe:taskDefinition type="work" />'))
    expect(job?.elements.get('task')).toMatchObject({ type: 'SCRIPT_TASK', jobType: 'work' })
  })

  it.each([
    ['neither', '', 'has no zeebe:taskDefinition'],
    [
      'both',
      `${expression}<zeebe:taskDefinition type="work" />`,
      'has both a script and a job type',
    ],
    ['no result', '<zeebe:script expression="=a" />', 'has no result variable'],
    ['a text', '<zeebe:script expression="a" resultVariable="b" />', 'must be a FEEL expression'],
  ])('is refused with %s', async (_, extensions, expected) => {
    expect(await refusals(script(extensions))).toEqual([
      expect.stringMatching(new RegExp(`^BPMN_INVALID element task, line 5: .*${expected}`)),
    ])
  })
})
