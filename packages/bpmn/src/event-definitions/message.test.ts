import { describe, expect, it } from 'vitest'
import { parseBpmn } from '../parse-bpmn.ts'
import { definitions, flow, task } from '../test-model.ts'
import { refusals } from '../test-refusals.ts'

const KEY = '<zeebe:subscription correlationKey="=id" />'

const message = (id: string, attributes = 'name="paid"', extensions = KEY): string =>
  `<bpmn:message id="${id}" ${attributes}><bpmn:extensionElements>${extensions}</bpmn:extensionElements></bpmn:message>`

const event = (kind: string, id: string, attributes = '', messageRef = 'Paid'): string =>
  `<bpmn:${kind} id="${id}" ${attributes}><bpmn:messageEventDefinition id="${id}_message" messageRef="${messageRef}" /></bpmn:${kind}>`

const eventSubProcess = (id: string): string =>
  `<bpmn:subProcess id="${id}" triggeredByEvent="true">${event('startEvent', `${id}_start`)}</bpmn:subProcess>`

/** Start, then the content from line 4; messages are behind. */
const model = (content: string, messages = message('Paid')): string =>
  definitions(
    '<bpmn:process id="process" isExecutable="true">',
    '<bpmn:startEvent id="start" />',
    content,
    `</bpmn:process>${messages}`,
  )

describe('a message event', () => {
  it('waits for the name and the correlation key of its message', async () => {
    const content =
      event('intermediateCatchEvent', 'catch') +
      '<bpmn:receiveTask id="receive" messageRef="Paid" />' +
      task('task') +
      event('boundaryEvent', 'boundary', 'attachedToRef="task"') +
      '<bpmn:endEvent id="end" />' +
      flow('out', 'boundary', 'end') +
      eventSubProcess('sub')

    const [process] = await parseBpmn(model(content))

    const definition = { kind: 'MESSAGE', name: 'paid', correlationKey: '=id' }
    for (const id of ['catch', 'receive', 'boundary', 'sub_start']) {
      expect(process?.elements.get(id)).toMatchObject({ definition })
    }
  })

  it('takes any key where it starts a process', async () => {
    const [process] = await parseBpmn(
      model(event('startEvent', 'paid'), message('Paid', 'name="paid"', '')),
    )

    expect(process?.elements.get('paid')).toMatchObject({
      definition: { kind: 'MESSAGE', name: 'paid', correlationKey: null },
    })
  })

  it('is a job where it sends one, with mappings', async () => {
    const job = `<bpmn:extensionElements><zeebe:taskDefinition type="send" />
      <zeebe:ioMapping><zeebe:input source="=1" target="a" /></zeebe:ioMapping></bpmn:extensionElements>`
    const thrown = (kind: string, id: string): string =>
      `<bpmn:${kind} id="${id}">${job}<bpmn:messageEventDefinition id="${id}_message" /></bpmn:${kind}>`

    const [process] = await parseBpmn(
      model(thrown('intermediateThrowEvent', 'throw') + thrown('endEvent', 'end')),
    )

    for (const id of ['throw', 'end']) {
      expect(process?.elements.get(id)).toMatchObject({
        definition: { kind: 'MESSAGE_JOB', jobType: 'send', retries: '3' },
        inputs: [{ source: '=1', target: 'a' }],
      })
    }
  })
})

describe('parseBpmn refuses a message event', () => {
  const catching = event('intermediateCatchEvent', 'catch')

  it.each([
    [
      'without a message',
      catching.replace(' messageRef="Paid"', ''),
      message('Paid'),
      'says no message',
    ],
    ['with a message that is not there', catching, '', 'The messageRef "Paid" leads to no message'],
    ['without a name', catching, message('Paid', ''), 'The message at line 5 has no name'],
    [
      'without a correlation key',
      catching,
      message('Paid', 'name="a"', ''),
      'has no correlation key',
    ],
    [
      'with a correlation key that is no FEEL',
      catching,
      message('Paid', 'name="a"', '<zeebe:subscription correlationKey="id" />'),
      'The correlation key "id" must be FEEL',
    ],
    ['that says nothing', '<bpmn:intermediateCatchEvent id="catch" />', '', 'what it waits for'],
    [
      'that sends without a job',
      event('intermediateThrowEvent', 'throw'),
      message('Paid'),
      'no zeebe:taskDefinition',
    ],
    ['as a task without a message', '<bpmn:receiveTask id="task" />', '', 'says no message'],
    [
      'twice at a start',
      event('startEvent', 'a') + event('startEvent', 'b'),
      message('Paid'),
      'Another start event of the process catches the message "paid"',
    ],
    [
      'twice in a scope, also by messages of the same name',
      eventSubProcess('a') +
        eventSubProcess('b').replace('messageRef="Paid"', 'messageRef="Again"'),
      message('Paid') + message('Again'),
      'Another event sub-process of the scope catches the message "paid"',
    ],
    [
      'at a task that waits for the same',
      '<bpmn:receiveTask id="task" messageRef="Paid" /><bpmn:endEvent id="end" />' +
        event('boundaryEvent', 'boundary', 'attachedToRef="task"') +
        flow('out', 'boundary', 'end'),
      message('Paid'),
      'The task itself catches the message "paid"',
    ],
  ])('%s', async (_, content, messages, expected) => {
    expect(await refusals(model(content, messages))).toEqual([expect.stringContaining(expected)])
  })

  it('as a task that would start a process, by name', async () => {
    const content = '<bpmn:receiveTask id="task" messageRef="Paid" instantiate="true" />'

    expect(await refusals(model(content))).toEqual([
      'BPMN_UNSUPPORTED element task, line 4: A receive task cannot start a process. Use a start event.',
    ])
  })
})
