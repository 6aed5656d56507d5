import { describe, expect, it } from 'vitest'
import { parseBpmn } from './parse-bpmn.ts'
import type { Process } from './process.ts'
import { condition, definitions, flow, model, modelOfTask, task } from './test-model.ts'

const parseOne = async (xml: string): Promise<Process> => {
  const [process, ...others] = await parseBpmn(xml)
  expect(others).toEqual([])
  if (process === undefined) throw new Error('no process')
  return process
}

const elementOf = ({ elements }: Process, id: string) => elements.get(id)

describe('parseBpmn, a process', () => {
  it('has id, name, version tag, line and start event', async () => {
    const process = await parseOne(
      definitions(
        '<bpmn:process id="order" name="Order &amp; pay" isExecutable="true">',
        '<bpmn:extensionElements><zeebe:versionTag value="v1" /></bpmn:extensionElements>',
        '<bpmn:startEvent id="start" name="Go" />',
        '</bpmn:process>',
      ),
    )
    expect(process).toMatchObject({ id: 'order', name: 'Order & pay', versionTag: 'v1', line: 2 })
    expect(process.elements.get('start')).toMatchObject({ id: 'start', name: 'Go', line: 4 })
  })

  it('is left out where it is not executable, whatever is in it', async () => {
    const process = await parseOne(
      definitions(
        '<bpmn:process id="partner"><bpmn:userTask id="theirs" /></bpmn:process>',
        '<bpmn:process id="ours" isExecutable="true"><bpmn:startEvent id="start" /></bpmn:process>',
      ),
    )
    expect(process.id).toBe('ours')
  })

  it('is one of several', async () => {
    const one = (id: string) =>
      `<bpmn:process id="${id}" isExecutable="true"><bpmn:startEvent id="${id}_start" /></bpmn:process>`
    const processes = await parseBpmn(definitions(one('a'), one('b')))
    expect(processes.map(({ id }) => id)).toEqual(['a', 'b'])
  })

  it('may be drawn on and documented', async () => {
    const xml = definitions(
      '<bpmn:collaboration id="pools"><bpmn:participant id="pool" processRef="process" />',
      '<bpmn:messageFlow id="message" sourceRef="pool" targetRef="pool" /></bpmn:collaboration>',
      '<bpmn:process id="process" isExecutable="true" zeebe:modelerTemplate="t" vendor:color="red">',
      '<bpmn:laneSet id="lanes"><bpmn:lane id="lane"><bpmn:flowNodeRef>start</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>',
      '<bpmn:startEvent id="start"><bpmn:documentation>Why</bpmn:documentation></bpmn:startEvent>',
      '<bpmn:dataObject id="data" /><bpmn:dataObjectReference id="dataRef" dataObjectRef="data" />',
      '<bpmn:dataStoreReference id="store" />',
      '<bpmn:textAnnotation id="note"><bpmn:text>Note</bpmn:text></bpmn:textAnnotation>',
      '<bpmn:association id="line" sourceRef="start" targetRef="note" />',
      '<bpmn:group id="group" categoryValueRef="value" />',
      task(
        'store_it',
        '<vendor:anything><bpmn:whatever /></vendor:anything>',
        '<bpmn:property id="slot" name="__targetRef_placeholder" />' +
          '<bpmn:dataInputAssociation id="read"><bpmn:sourceRef>store</bpmn:sourceRef><bpmn:targetRef>slot</bpmn:targetRef></bpmn:dataInputAssociation>',
      ),
      '</bpmn:process>',
      '<bpmn:category id="category"><bpmn:categoryValue id="value" value="x" /></bpmn:category>',
      '<bpmn:message id="unused" name="m"><bpmn:extensionElements><zeebe:subscription correlationKey="=a" /></bpmn:extensionElements></bpmn:message>',
      '<di:BPMNDiagram xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI" id="diagram" />',
    )
    const process = await parseOne(xml)
    expect([...process.elements.keys()]).toEqual(['start', 'store_it'])
  })

  it('takes BPMN as default namespace', async () => {
    const xml =
      '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p" isExecutable="1"><startEvent id="s"/></process></definitions>'
    expect([...(await parseOne(xml)).elements.keys()]).toEqual(['s'])
  })
})

describe('parseBpmn, a service task', () => {
  it('has job type, retries, headers, mappings and properties', async () => {
    const process = await parseOne(
      modelOfTask(
        '<bpmn:serviceTask id="task" name="Call" zeebe:modelerTemplate="t" zeebe:modelerTemplateVersion="2">',
        '<bpmn:extensionElements>',
        '<zeebe:taskDefinition type="=type" retries="5" />',
        '<zeebe:taskHeaders><zeebe:header key="a" value="1" /><zeebe:header key="__proto__" value="2" /><zeebe:header key="empty" /></zeebe:taskHeaders>',
        '<zeebe:ioMapping><zeebe:input source="GET" target="request.method" />',
        '<zeebe:input source="=1&#10;+ 1" target="two" /><zeebe:input target="empty" /><zeebe:output source="=body" target="answer" /></zeebe:ioMapping>',
        '<zeebe:properties><zeebe:property name="p" value="1" /><zeebe:property name="p" value="2" /></zeebe:properties>',
        '</bpmn:extensionElements></bpmn:serviceTask>',
      ),
    )
    const element = elementOf(process, 'task')
    expect(element).toMatchObject({
      type: 'SERVICE_TASK',
      name: 'Call',
      line: 5,
      jobType: '=type',
      retries: '5',
      inputs: [
        { source: 'GET', target: 'request.method' },
        { source: '=1\n+ 1', target: 'two' },
        { source: '=null', target: 'empty' },
      ],
      outputs: [{ source: '=body', target: 'answer' }],
      properties: new Map([['p', '1']]),
    })
    if (element?.type !== 'SERVICE_TASK') throw new Error('no service task')
    expect(Object.entries(element.headers)).toEqual([
      ['a', '1'],
      ['__proto__', '2'],
    ])
  })

  it('has 3 retries by default', async () => {
    const process = await parseOne(modelOfTask(task('task')))
    expect(elementOf(process, 'task')).toMatchObject({ jobType: 'work', retries: '3', headers: {} })
  })
})

describe('parseBpmn, events', () => {
  it('know what they catch or throw', async () => {
    const process = await parseOne(
      definitions(
        '<bpmn:process id="p" isExecutable="true"><bpmn:startEvent id="start" />',
        task('task'),
        '<bpmn:boundaryEvent id="missing" attachedToRef="task"><bpmn:errorEventDefinition id="e1" errorRef="error" /></bpmn:boundaryEvent>',
        '<bpmn:boundaryEvent id="any" attachedToRef="task"><bpmn:errorEventDefinition id="e2" /></bpmn:boundaryEvent>',
        '<bpmn:endEvent id="end"><bpmn:errorEventDefinition id="e3" errorRef="error" /></bpmn:endEvent>',
        flow('a', 'missing', 'end') + flow('b', 'any', 'end') + flow('c', 'start', 'task'),
        '</bpmn:process><bpmn:error id="error" errorCode="NOT_FOUND" />',
      ),
    )
    expect(elementOf(process, 'start')).toMatchObject({ definition: { kind: 'NONE' } })
    expect(elementOf(process, 'missing')).toMatchObject({
      type: 'BOUNDARY_EVENT',
      attachedToId: 'task',
      definition: { kind: 'ERROR', code: 'NOT_FOUND' },
      isInterrupting: true,
    })
    expect(elementOf(process, 'any')).toMatchObject({ definition: { kind: 'ERROR', code: null } })
    expect(elementOf(process, 'end')).toMatchObject({
      definition: { kind: 'ERROR', code: 'NOT_FOUND' },
    })
  })
})

describe('parseBpmn, a sub-process', () => {
  it('has its elements behind it, each with its parent', async () => {
    const process = await parseOne(
      model(
        '<bpmn:startEvent id="start" />',
        '<bpmn:subProcess id="outer"><bpmn:incoming>b</bpmn:incoming><bpmn:startEvent id="outer_start" />',
        '<bpmn:subProcess id="inner"><bpmn:startEvent id="inner_start" /></bpmn:subProcess>',
        flow('a', 'outer_start', 'inner') + '</bpmn:subProcess>',
        '<bpmn:subProcess id="on_error" triggeredByEvent="true">',
        '<bpmn:startEvent id="failed"><bpmn:errorEventDefinition id="e" /></bpmn:startEvent>',
        '</bpmn:subProcess>',
        flow('b', 'start', 'outer'),
      ),
    )
    const places = [...process.elements.values()].map(({ id, type, parentId }) => [
      id,
      type,
      parentId,
    ])
    expect(places).toEqual([
      ['start', 'START_EVENT', null],
      ['outer', 'SUB_PROCESS', null],
      ['outer_start', 'START_EVENT', 'outer'],
      ['inner', 'SUB_PROCESS', 'outer'],
      ['inner_start', 'START_EVENT', 'inner'],
      ['on_error', 'EVENT_SUB_PROCESS', null],
      ['failed', 'START_EVENT', 'on_error'],
    ])
    expect(elementOf(process, 'inner')?.incoming).toMatchObject([{ id: 'a' }])
    expect(elementOf(process, 'failed')).toMatchObject({
      definition: { kind: 'ERROR', code: null },
      isInterrupting: true,
    })
  })
})

describe('parseBpmn, flows', () => {
  it('are in the order of their elements, not of incoming and outgoing', async () => {
    const process = await parseOne(
      model(
        '<bpmn:startEvent id="start" />',
        '<bpmn:exclusiveGateway id="choice" default="third"><bpmn:outgoing>third</bpmn:outgoing><bpmn:outgoing>first</bpmn:outgoing></bpmn:exclusiveGateway>',
        flow('first', 'choice', 'join', condition(' =a &gt; 1 ')),
        flow('in', 'start', 'choice'),
        flow('second', 'choice', 'join', condition('=b')),
        flow('third', 'choice', 'join'),
        '<bpmn:parallelGateway id="join" />',
      ),
    )
    const choice = elementOf(process, 'choice')
    expect(choice).toMatchObject({ type: 'EXCLUSIVE_GATEWAY', defaultFlowId: 'third' })
    expect(choice?.outgoing).toMatchObject([
      { id: 'first', condition: '=a > 1', line: 5, sourceId: 'choice', targetId: 'join' },
      { id: 'second', condition: '=b' },
      { id: 'third', condition: null },
    ])
    expect(elementOf(process, 'join')).toMatchObject({
      type: 'PARALLEL_GATEWAY',
      incoming: [{ id: 'first' }, { id: 'second' }, { id: 'third' }],
    })
  })
})
