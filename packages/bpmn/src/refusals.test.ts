import { describe, expect, it } from 'vitest'
import { parseBpmn } from './parse-bpmn.ts'
import { xmlLimits } from './read-xml.ts'
import { condition, definitions, flow, model, modelOfTask, task } from './test-model.ts'
import { refusals } from './test-refusals.ts'

const START = '<bpmn:startEvent id="start" />'

const boundary = (id: string, content: string, attributes = 'attachedToRef="task"'): string =>
  `<bpmn:boundaryEvent id="${id}" ${attributes}>${content}</bpmn:boundaryEvent>` +
  `<bpmn:endEvent id="${id}_end" />${flow(`${id}_out`, id, `${id}_end`)}`

const caught = (error: string): string =>
  definitions(
    `<bpmn:process id="p" isExecutable="true">${START}${task('task')}`,
    boundary('b', '<bpmn:errorEventDefinition id="e" errorRef="error" />'),
    `</bpmn:process>${error}`,
  )

const mapped = (mapping: string): string =>
  modelOfTask(task('task', `<zeebe:ioMapping>${mapping}</zeebe:ioMapping>`))

const choice = (...lines: readonly string[]): string =>
  model(
    START,
    '<bpmn:exclusiveGateway id="choice" default="b" /><bpmn:endEvent id="end" />',
    ...lines,
  )

describe('parseBpmn refuses by name what Tenon does not run', () => {
  it.each([
    '<bpmn:userTask id="x" />',
    '<bpmn:callActivity id="x" />',
    '<bpmn:adHocSubProcess id="x" />',
    '<bpmn:transaction id="x" />',
    '<bpmn:complexGateway id="x" />',
  ])('%s', async (element) => {
    const name = /bpmn:\w+/.exec(element)?.[0]
    expect(await refusals(model(START, element))).toEqual([
      `BPMN_UNSUPPORTED element x, line 4: <${name}> in <bpmn:process> is not supported yet. Remove it.`,
    ])
  })

  it.each(['conditional'])('a %s start event', async (kind) => {
    const definition = `<bpmn:${kind}EventDefinition id="d" />`
    const xml = model(START, `<bpmn:startEvent id="x">`, definition, '</bpmn:startEvent>')
    expect(await refusals(xml)).toEqual([
      `BPMN_UNSUPPORTED element x, line 5: <bpmn:${kind}EventDefinition> in <bpmn:startEvent> is not supported yet. Remove it.`,
    ])
  })

  it.each(['compensate'])('a %s end event', async (kind) => {
    const definition = `<bpmn:${kind}EventDefinition id="d" />`
    const xml = model(START, `<bpmn:endEvent id="x">${definition}</bpmn:endEvent>`)
    expect(await refusals(xml)).toMatchObject([
      expect.stringContaining(`BPMN_UNSUPPORTED element x, line 4: <bpmn:${kind}EventDefinition>`),
    ])
  })

  it.each([
    '<zeebe:executionListeners><zeebe:executionListener type="x" eventType="start" /></zeebe:executionListeners>',
    '<zeebe:taskListeners />',
    '<zeebe:userTask />',
    '<zeebe:script expression="=1" resultVariable="a" />',
    '<zeebe:calledElement processId="a" />',
    '<zeebe:calledDecision decisionId="a" />',
    '<zeebe:linkedResources />',
    '<zeebe:jobPriorityDefinition priority="1" />',
    '<zeebe:formDefinition formId="a" />',
    '<zeebe:versionTag value="a" />',
  ])('%s on a service task', async (extension) => {
    const name = /zeebe:\w+/.exec(extension)?.[0]
    expect(await refusals(modelOfTask(task('task', extension)))).toEqual([
      `BPMN_UNSUPPORTED element task, line 5: <${name}> in <bpmn:serviceTask> is not supported yet. Remove it.`,
    ])
  })

  it.each([
    ['a compensation handler', task('x').replace('id="x"', 'id="x" isForCompensation="true"')],
    [
      'listeners of a process',
      '<bpmn:extensionElements><zeebe:executionListeners /></bpmn:extensionElements>',
    ],
    [
      'a job on an end event',
      '<bpmn:endEvent id="x"><bpmn:extensionElements><zeebe:taskDefinition type="a" /></bpmn:extensionElements></bpmn:endEvent>',
    ],
    [
      'a conditional boundary event',
      task('task') + boundary('x', '<bpmn:conditionalEventDefinition id="d" />'),
    ],
  ])('%s', async (_, content) => {
    expect(await refusals(model(START, content))).toMatchObject([
      expect.stringMatching(/^BPMN_UNSUPPORTED element \w+, line 4: /),
    ])
  })
})

describe('parseBpmn refuses what breaks a rule', () => {
  it.each([
    ['a root of another kind', '<a/>', 'line 1: The root element is <a>'],
    ['BPMN of an unknown namespace', '<definitions xmlns="http://a"/>', 'line 1: The root element'],
    ['no process', definitions(), 'element definitions, line 1: No process is executable'],
    [
      'no executable process',
      definitions('<bpmn:process id="p" isExecutable="false" />'),
      'element definitions, line 1: No process is executable',
    ],
    ['no start event', model(), 'element process, line 2: The process has no start event'],
    [
      'several none start events',
      model(START, '<bpmn:startEvent id="other" />'),
      'element other, line 4: The process has another none start event',
    ],
    [
      'a start event with an incoming flow',
      model(START, '<bpmn:parallelGateway id="g" />', flow('f', 'g', 'start')),
      'element start, line 3: The event must not have an incoming flow',
    ],
    [
      'an end event with an outgoing flow',
      model(START, '<bpmn:endEvent id="end" /><bpmn:endEvent id="e" />', flow('f', 'end', 'e')),
      'element end, line 4: An end event must not have an outgoing flow',
    ],
    [
      'a service task without a task definition',
      modelOfTask('<bpmn:serviceTask id="task" />'),
      'element task, line 5: The service task has no zeebe:taskDefinition',
    ],
    [
      'a job without a type',
      modelOfTask(task('task').replace('work', ' ')),
      'element task, line 5: The task definition has no type',
    ],
    [
      'a job with empty retries',
      modelOfTask(task('task').replace('type=', 'retries="" type=')),
      'element task, line 5: The task definition has empty retries',
    ],
    [
      'two task definitions',
      modelOfTask(task('task', '<zeebe:taskDefinition type="b" />')),
      'element task, line 5: There is more than one <zeebe:taskDefinition>',
    ],
    [
      'a header twice',
      modelOfTask(
        task(
          'task',
          '<zeebe:taskHeaders><zeebe:header key="a" value="1" />\n<zeebe:header key="a" value="2" /></zeebe:taskHeaders>',
        ),
      ),
      'element task, line 6: The header "a" is there twice',
    ],
    ['an output without source', mapped('<zeebe:output target="a" />'), 'has no source'],
    ['a mapping without target', mapped('<zeebe:input source="a" />'), 'has no target'],
    [
      'a mapping to what is no variable',
      mapped('\n<zeebe:input source="a" target="a..b" />'),
      'element task, line 6: The target "a..b" must be a variable',
    ],
    [
      'an output of a text',
      mapped('<zeebe:output source="a" target="b" />'),
      'The source of the output "b" must be FEEL',
    ],
    [
      'a flow from nowhere',
      model(START, task('task'), flow('f', 'x', 'task')),
      'The sourceRef "x" is no flow',
    ],
    ['a flow to nowhere', model(START, flow('f', 'start', 'x')), 'The targetRef "x" is no flow'],
    [
      'a flow without a target',
      model(START, '<bpmn:sequenceFlow id="f" sourceRef="start" />'),
      'element f, line 4: The sequence flow has no targetRef',
    ],
    [
      'a flow to a flow',
      model(START, flow('f', 'start', 'f')),
      'element f, line 4: The targetRef "f" is no flow node',
    ],
    [
      'a boundary event without a flow',
      model(
        START,
        task('task'),
        boundary('b', '<bpmn:errorEventDefinition id="e" />').split('<bpmn:endEvent')[0] ?? '',
      ),
      'element b, line 5: A boundary event must have an outgoing flow',
    ],
    [
      'a boundary event with an incoming flow',
      model(
        START,
        task('task'),
        boundary('b', '<bpmn:errorEventDefinition id="e" />'),
        flow('f', 'start', 'b'),
      ),
      'element b, line 5: The event must not have an incoming flow',
    ],
    [
      'a boundary event at a gateway',
      model(
        `${START}<bpmn:parallelGateway id="task" />`,
        boundary('b', '<bpmn:errorEventDefinition id="e" />'),
      ),
      'element b, line 4: The boundary event must be attached to an activity, not "task"',
    ],
    [
      'a boundary event at nothing',
      model(START, boundary('b', '<bpmn:errorEventDefinition id="e" />', '')),
      'element b, line 4: The boundary event must be attached to an activity, not ""',
    ],
    [
      'a boundary event of no kind',
      model(START, task('task'), boundary('b', '')),
      'element b, line 5: The boundary event must have exactly one event definition',
    ],
    [
      'a boundary error event that does not interrupt',
      model(
        START + task('task'),
        boundary(
          'b',
          '<bpmn:errorEventDefinition id="e" />',
          'attachedToRef="task" cancelActivity="false"',
        ),
      ),
      'element b, line 4: An event that catches an error must be interrupting',
    ],
    ['an unknown error', caught(''), 'element b, line 3: The errorRef "error" leads to no error'],
    [
      'an error without a code',
      caught('<bpmn:error id="error" />'),
      'element b, line 3: The error at line 4 has no errorCode',
    ],
    [
      'an error with a computed code',
      caught('<bpmn:error id="error" errorCode="=a" />'),
      'element b, line 3: The error at line 4 has an expression as errorCode',
    ],
    [
      'two events for every error',
      model(
        START + task('task'),
        boundary('a', '<bpmn:errorEventDefinition id="e" />'),
        boundary('b', '<bpmn:errorEventDefinition id="f" />'),
      ),
      'element b, line 5: Another boundary event of the activity catches every error too',
    ],
    [
      'two events for an error',
      caught('<bpmn:error id="error" errorCode="E" />').replace(
        '<bpmn:boundaryEvent',
        `${boundary('a', '<bpmn:errorEventDefinition id="f" errorRef="error" />')}<bpmn:boundaryEvent`,
      ),
      'element b, line 3: Another boundary event of the activity catches "E" too',
    ],
    [
      'a flow without a condition',
      choice(flow('a', 'choice', 'end'), flow('b', 'choice', 'end')),
      'element a, line 5: The flow needs a condition, or must be the default flow',
    ],
    [
      'a default flow of another element',
      choice(flow('b', 'start', 'end')),
      'element choice, line 4: The default flow "b" is none of',
    ],
    [
      'a condition that is no expression',
      choice(flow('b', 'choice', 'end', condition('a &gt; 1'))),
      'element b, line 5: The condition must be a FEEL expression',
    ],
    [
      'a condition elsewhere',
      model(START, '<bpmn:endEvent id="end" />', flow('f', 'start', 'end', condition('=a'))),
      'element f, line 5: Only flows from an exclusive or inclusive gateway may have',
    ],
    ['an id twice', model(START, task('start')), 'element start, line 4: The id is taken'],
    ['a wrong id', model('<bpmn:startEvent id="1 a" />'), 'line 3: The id "1 a" must start with'],
    ['no id', model('<bpmn:startEvent />'), 'element process, line 3: <bpmn:startEvent> has no id'],
    [
      'a process without id',
      definitions(`<bpmn:process isExecutable="true">${START}</bpmn:process>`),
      'line 2: <bpmn:process> has no id',
    ],
    [
      'an unknown element of BPMN',
      model(START, '<bpmn:servicTask id="x" />'),
      'element x, line 4: <bpmn:servicTask> is not known inside <bpmn:process>',
    ],
    [
      'an element of BPMN in the wrong place',
      model('<bpmn:startEvent id="start"><bpmn:endEvent id="x" /></bpmn:startEvent>'),
      'element x, line 3: <bpmn:endEvent> is not known inside <bpmn:startEvent>',
    ],
    [
      'an unknown element of Zeebe',
      modelOfTask(task('task', '\n<zeebe:taskHeader />')),
      'element task, line 6: <zeebe:taskHeader> is not known inside <bpmn:extensionElements>',
    ],
    [
      'an element of Zeebe in the wrong place',
      modelOfTask(task('task', '<zeebe:input source="a" target="b" />')),
      '<zeebe:input> is not known inside <bpmn:extensionElements>',
    ],
    ['an element of no namespace', model(START, '<task id="x" />'), 'line 4: <task> is not known'],
    [
      'an unknown attribute of BPMN',
      model('<bpmn:startEvent id="start" nam="x" />'),
      'element start, line 3: <bpmn:startEvent> has no attribute nam',
    ],
    [
      'a text in between',
      model(`${START}stray`),
      'element process, line 2: <bpmn:process> cannot have a text',
    ],
  ])('%s', async (_, xml, expected) => {
    const found = await refusals(xml)
    expect(found).toEqual([expect.stringContaining(expected)])
    expect(found[0]).toMatch(/^BPMN_INVALID /)
  })
})

describe('parseBpmn, with several mistakes', () => {
  it('lists all, in the order of the file', async () => {
    const found = await refusals(
      model(
        '<bpmn:startEvent id="start" />',
        '<bpmn:serviceTask id="a" />',
        '<bpmn:userTask id="b" />',
        '<bpmn:serviceTask id="a" />',
        flow('f', 'start', 'x'),
        flow('g', 'start', 'b'),
      ),
    )
    expect(found).toEqual([
      expect.stringContaining('element a, line 4: The service task has no'),
      expect.stringContaining('element b, line 5: <bpmn:userTask>'),
      expect.stringContaining('element a, line 6: The id is taken'),
      expect.stringContaining('element a, line 6: The service task has no'),
      expect.stringContaining('element f, line 7: The targetRef "x"'),
    ])
  })

  it('names the first in its code', async () => {
    await expect(parseBpmn(model(START, '<bpmn:complexGateway id="x" />'))).rejects.toMatchObject({
      code: 'BPMN_UNSUPPORTED',
    })
  })

  it('lists as many as a file can have', async () => {
    const unknown = xmlLimits.elements - 3
    const xml = model(START, '<bpmn:unknown />'.repeat(unknown))
    expect(await refusals(xml)).toHaveLength(unknown)
  })
})

describe('parseBpmn, with hostile names', () => {
  it.each(['__proto__', 'constructor', 'toString'])('takes %s as an id', async (id) => {
    const [process] = await parseBpmn(
      model(`<bpmn:startEvent id="${id}" />`, task('task'), flow('f', id, 'task')),
    )
    expect(process?.elements.get(id)?.outgoing).toHaveLength(1)
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  it.each(['constructor', 'toString'])('knows no element %s', async (name) => {
    expect(await refusals(model(START, `<bpmn:${name} />`))).toHaveLength(1)
    expect(await refusals(modelOfTask(task('task', `<zeebe:${name} />`)))).toHaveLength(1)
  })
})
