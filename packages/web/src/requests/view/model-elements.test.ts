import { describe, expect, it } from 'vitest'
import { modelElements, type ModelElement } from './model-elements.ts'

const task = (id: string, extensions: string, attributes = '') => `
  <serviceTask id="${id}" ${attributes}>
    <extensionElements>${extensions}</extensionElements>
  </serviceTask>`

const work = (retries = '') => `<zeebe:taskDefinition type="work" ${retries} />`

const result = (key: string, value: string) =>
  `${work()}<zeebe:taskHeaders><zeebe:header key="${key}" value="${value}" /></zeebe:taskHeaders>`

const mapped = `${result('resultVariable', 'answer')}<zeebe:ioMapping>
  <zeebe:input source="=1" target="url" /><zeebe:input source="=1" target="method" />
  <zeebe:output source="=answer" target="order.total" />
  <zeebe:output source="=answer" target="order.paid" />
</zeebe:ioMapping>`

const model = (...tasks: readonly string[]) => `<?xml version="1.0"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
    xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="urn:test">
  <process id="order" isExecutable="true">
    <startEvent id="start" name="Order received" />${tasks.join('')}
    ${tasks.map((_, at) => `<sequenceFlow id="f${at}" sourceRef="${at === 0 ? 'start' : `t${at - 1}`}" targetRef="t${at}" />`).join('')}
  </process>
</definitions>`

const connector = { id: 'tenon.http', name: 'HTTP request' }

const read = async <Key extends keyof ModelElement>(
  key: Key,
  ...tasks: readonly string[]
): Promise<readonly (ModelElement[Key] | undefined)[]> => {
  const elements = await modelElements(model(...tasks), 'order', [connector])
  return tasks.map((_, at) => elements.get(`t${at}`)?.[key])
}

describe('modelElements', () => {
  it('tells how often jobs are tried where that is a number', async () => {
    const tasks = ['retries="5"', '', 'retries="= tries"'].map((retries, at) =>
      task(`t${at}`, work(retries)),
    )

    expect(await read('attemptsMax', ...tasks)).toEqual([5, 3, undefined])
  })

  it('calls elements by their name, else their connector, else their kind', async () => {
    const called = await read(
      'called',
      task('t0', work(), 'name="Ask" zeebe:modelerTemplate="tenon.http"'),
      task('t1', work(), 'zeebe:modelerTemplate="tenon.http"'),
      task('t2', work(), 'zeebe:modelerTemplate="other"'),
      task('t3', work()),
    )

    expect(called).toEqual(['Ask', 'HTTP request', 'Service task', 'Service task'])
  })

  it('tells which variables an element takes and leaves', async () => {
    const tasks = [
      task('t0', result('resultVariable', 'answer')),
      task('t1', result('resultExpression', '={paid: response.body, at: now()}')),
      task('t2', result('resultExpression', '=response')),
      task('t3', mapped),
    ]

    expect(await read('results', ...tasks)).toEqual([['answer'], ['paid', 'at'], [], ['order']])
    expect(await read('inputs', ...tasks)).toEqual([[], [], [], ['url', 'method']])
  })

  it('finds nothing in a process that is not there', async () => {
    expect((await modelElements(model(task('t0', work())), 'other')).size).toBe(0)
  })
})
