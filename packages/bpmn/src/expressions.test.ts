import { describe, expect, it } from 'vitest'
import { checkExpressions } from './expressions.ts'
import { parseBpmn } from './parse-bpmn.ts'
import { condition, flow, model } from './test-model.ts'

const input = '<zeebe:input source="=wrong 1" target="a.b" />'
const output = '<zeebe:output source="=wrong 2" target="c" />'
const ioMapping = `<zeebe:ioMapping>${input}${output}</zeebe:ioMapping>`
const taskDefinition = '<zeebe:taskDefinition type="=wrong 3" retries="=wrong 4" />'

const extended = (tag: string, id: string, ...extensions: readonly string[]): string =>
  `<bpmn:${tag} id="${id}"><bpmn:extensionElements>${extensions.join('')}</bpmn:extensionElements></bpmn:${tag}>`

describe('checkExpressions', () => {
  it('checks all that is evaluated, by line, and nothing that is not', async () => {
    const [process] = await parseBpmn(
      model(
        '<bpmn:startEvent id="start" />',
        flow('in', 'start', 'task'),
        extended('serviceTask', 'task', ioMapping, taskDefinition),
        flow('out', 'task', 'choice'),
        '<bpmn:exclusiveGateway id="choice" />',
        flow('a', 'choice', 'end', condition('=wrong 5')),
        flow('b', 'choice', 'end', condition('=right')),
        extended('endEvent', 'end', ioMapping),
      ),
    )
    const asked: string[] = []
    const problems = checkExpressions(process ?? expect.fail('no process'), (feel) => {
      asked.push(feel)
      return feel === 'right' ? null : `${feel} is refused`
    })
    expect(asked.toSorted()).toEqual(['right', ...[1, 2, 2, 3, 4, 5].map((n) => `wrong ${n}`)])
    expect(problems.map(({ elementId, message }) => [elementId, message])).toEqual([
      ['task', 'mapping to a.b: wrong 1 is refused'],
      ['task', 'mapping to c: wrong 2 is refused'],
      ['task', 'job type: wrong 3 is refused'],
      ['task', 'retries: wrong 4 is refused'],
      ['a', 'condition: wrong 5 is refused'],
      ['end', 'mapping to c: wrong 2 is refused'],
    ])
  })
})
