import { describe, expect, it } from 'vitest'
import { neededVariables, type FeelReader } from './needed-variables.ts'
import { parseBpmn } from './parse-bpmn.ts'
import { condition, flow, model, modelOfTask, task } from './test-model.ts'

/** A language of paths only, in which `{a b}` has the keys a and b. */
const feel: FeelReader = {
  reads: (text) =>
    [...text.matchAll(/[a-z][a-z.]*/g)].map(([path]) => {
      const [name = '', ...inner] = path.split('.')
      return [name, ...inner]
    }),
  keys: (text) => (text.startsWith('{') ? text.slice(1, -1).split(' ') : []),
}

const needed = async (xml: string): Promise<string> => {
  const [process] = await parseBpmn(xml)
  return neededVariables(process ?? expect.fail('no process'), feel)
    .map((path) => path.join('.'))
    .join(' ')
}

const mapping = (...mappings: readonly string[]): string =>
  `<zeebe:ioMapping>${mappings.join('')}</zeebe:ioMapping>`
const input = (source: string, target: string): string =>
  `<zeebe:input source="${source}" target="${target}" />`
const output = (source: string, target: string): string =>
  `<zeebe:output source="${source}" target="${target}" />`
const headers = (values: Readonly<Record<string, string>>): string =>
  `<zeebe:taskHeaders>${Object.entries(values)
    .map(([key, value]) => `<zeebe:header key="${key}" value="${value}" />`)
    .join('')}</zeebe:taskHeaders>`

const twoTasks = (first: string, second: string): string =>
  model(
    '<bpmn:startEvent id="start" />',
    flow('in', 'start', 'first'),
    task('first', first),
    flow('between', 'first', 'second'),
    task('second', second),
  )

describe('neededVariables', () => {
  it.each([
    [
      'of inputs',
      modelOfTask(task('task', mapping(input('=name + order.total', 'x')))),
      'name order.total',
    ],
    ['not of texts', modelOfTask(task('task', mapping(input('name', 'x')))), ''],
    [
      'of a job',
      modelOfTask(
        '<bpmn:serviceTask id="task"><bpmn:extensionElements>',
        '<zeebe:taskDefinition type="=kind" retries="=count" />',
        '</bpmn:extensionElements></bpmn:serviceTask>',
      ),
      'kind count',
    ],
    [
      'of conditions',
      model(
        '<bpmn:startEvent id="start" />',
        flow('in', 'start', 'choice'),
        '<bpmn:exclusiveGateway id="choice" default="b" />',
        flow('a', 'choice', 'end', condition('=amount')),
        flow('b', 'choice', 'end'),
        '<bpmn:endEvent id="end" />',
      ),
      'amount',
    ],
    [
      'of the outputs of a start event',
      model(
        '<bpmn:startEvent id="start"><bpmn:extensionElements>',
        mapping(output('=name', 'greeted')),
        '</bpmn:extensionElements></bpmn:startEvent>',
        flow('in', 'start', 'task'),
        task('task', mapping(input('=greeted', 'x'))),
      ),
      'name',
    ],
    [
      'of a sub-process, and in it but for its inputs',
      model(
        '<bpmn:startEvent id="start" />',
        flow('in', 'start', 'sub'),
        '<bpmn:subProcess id="sub"><bpmn:extensionElements>',
        mapping(input('=name', 'greeted'), output('=done + rest', 'x')),
        '</bpmn:extensionElements>',
        '<bpmn:startEvent id="inner" />',
        flow('to_task', 'inner', 'task'),
        task('task', mapping(input('=greeted + title', 'y'), output('=1', 'done'))),
        '</bpmn:subProcess>',
        flow('out', 'sub', 'last'),
        task('last', mapping(input('=greeted', 'z'))),
      ),
      'name rest title greeted',
    ],
    [
      'parts instead of the whole',
      twoTasks(
        mapping(input('=order', 'x')),
        mapping(input('=order.a + order.b.c + order.b', 'x')),
      ),
      'order.a order.b.c',
    ],
  ])('tells what is read: %s', async (_, xml, expected) => {
    expect(await needed(xml)).toBe(expected)
  })

  it.each([
    ['an output', mapping(output('=answer', 'order.id')), ''],
    ['a result variable', headers({ resultVariable: 'order' }), ''],
    ['a result expression', headers({ resultExpression: '={status order}' }), ''],
    ['a result expression without =', headers({ resultExpression: '{order}' }), ''],
    ['no input, which is the own of its element', mapping(input('=1', 'order')), 'order.id'],
    [
      'no result that stays within its element',
      mapping(output('=1', 'other')) + headers({ resultVariable: 'order' }),
      'order.id',
    ],
  ])('leaves out what the model sets: %s', async (_, first, expected) => {
    expect(await needed(twoTasks(first, mapping(input('=order.id', 'x'))))).toBe(expected)
  })

  it.each([
    ['inputs before it', mapping(input('=a', 'b.c'), input('=b.c', 'd')), 'a'],
    ['no later inputs', mapping(input('=b', 'a'), input('=1', 'b')), 'b'],
    ['in outputs also what the job gave', mapping(output('=answer', 'a')), ''],
  ])('knows what an element has of its own: %s', async (_, extensions, expected) => {
    expect(await needed(modelOfTask(task('task', extensions)))).toBe(expected)
  })

  it('knows what each instance of a multi-instance has of its own', async () => {
    const marker =
      '<bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics ' +
      'inputCollection="=orders + results" inputElement="order" outputCollection="results" ' +
      'outputElement="=answer.text" /></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>'
    const inputs = mapping(input('=order + answer + more', 'x'))
    expect(await needed(modelOfTask(task('task', inputs, marker)))).toBe('orders more')
  })
})
