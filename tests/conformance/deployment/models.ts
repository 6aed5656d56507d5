import {
  boundaryErrorEvent,
  definitions,
  element,
  end,
  exclusiveGateway,
  flow,
  ioMapping,
  model,
  oneTask,
  parallelGateway,
  path,
  process,
  serviceTask,
  start,
} from '../model.ts'
import type { Scenario } from '../scenario.ts'

const invalidModels: readonly (readonly [string, string])[] = [
  ['without a process', definitions()],
  [
    'without an executable process',
    definitions('<bpmn:process id="process" isExecutable="false" />'),
  ],
  ['without a start event', model(end())],
  ['with two none start events', model(start('a') + start('b'))],
  [
    'with a flow to a start event',
    model(start() + exclusiveGateway('a') + path('start', 'a', 'start')),
  ],
  [
    'with a flow from an end event',
    model(start() + end() + end('other') + path('start', 'end', 'other')),
  ],
  ['with a service task without a job type', model(start() + '<bpmn:serviceTask id="task" />')],
  ['with an empty job type', oneTask({ type: '' })],
  ['with a blank job type', oneTask({ type: ' ' })],
  ['with empty retries', oneTask({ retries: '' })],
  [
    'with a header twice',
    oneTask({ headers: { a: '1' } }).replace(
      '</zeebe:taskHeaders>',
      '<zeebe:header key="a" value="2" /></zeebe:taskHeaders>',
    ),
  ],
  ['with an output without a source', oneTask({ outputs: { a: '' } })],
  ['with an output of a text', oneTask({ outputs: { a: 'text' } })],
  ['with an input without a target', oneTask({ inputs: { '': '=1' } })],
  ['with an input to what is no variable', oneTask({ inputs: { 'a..b': '=1' } })],
  ['with an input to a name with a space', oneTask({ inputs: { 'a b': '=1' } })],
  ['with an expression that cannot be parsed', oneTask({ inputs: { a: '=1 +' } })],
  ['with an empty expression', oneTask({ inputs: { a: '=' } })],
  ['with a flow from nowhere', model(start() + end() + flow('nowhere', 'end'))],
  ['with a flow to nowhere', model(start() + flow('start', 'nowhere'))],
  [
    'with a flow without a target',
    model(start() + '<bpmn:sequenceFlow id="f" sourceRef="start" />'),
  ],
  ['with an id twice', model(start() + serviceTask('start'))],
  ['with an id that is no name', model(start('1 a'))],
  ['with an unknown element', model(start() + '<bpmn:servicTask id="task" />')],
  [
    'with a default flow of another element',
    model(
      start() +
        end() +
        '<bpmn:exclusiveGateway id="choice" default="start_choice" />' +
        path('start', 'choice') +
        flow('choice', 'end', '=true'),
    ),
  ],
  [
    'with a default flow that does not exist',
    model(
      start() +
        end() +
        '<bpmn:exclusiveGateway id="choice" default="other" />' +
        path('start', 'choice') +
        flow('choice', 'end', '=true'),
    ),
  ],
  [
    'with a flow without a condition at an exclusive gateway',
    model(
      start() +
        exclusiveGateway('choice') +
        end('a') +
        end('b') +
        path('start', 'choice', 'a') +
        flow('choice', 'b', '=true'),
    ),
  ],
  [
    'with a condition that is a text',
    model(
      start() +
        exclusiveGateway('choice') +
        end('a') +
        path('start', 'choice') +
        flow('choice', 'a', 'true'),
    ),
  ],
  [
    'with a condition after a task',
    model(
      start() + serviceTask('task') + end() + path('start', 'task') + flow('task', 'end', '=true'),
    ),
  ],
  [
    'with a condition after a parallel gateway',
    model(
      start() +
        parallelGateway('fork') +
        end() +
        path('start', 'fork') +
        flow('fork', 'end', '=true'),
    ),
  ],
  [
    'with a boundary event at a gateway',
    model(
      start() +
        exclusiveGateway('a') +
        end() +
        path('start', 'a') +
        boundaryErrorEvent('gone', { at: 'a', to: 'end' }),
    ),
  ],
  [
    'with a boundary event at nothing',
    model(start() + end() + boundaryErrorEvent('gone', { at: 'a', to: 'end' })),
  ],
  [
    'with a boundary event without a definition',
    model(
      start() +
        serviceTask('task') +
        end() +
        path('start', 'task') +
        element('boundaryEvent', 'id="b" attachedToRef="task"', '') +
        flow('b', 'end'),
    ),
  ],
  [
    'with a boundary event without a flow',
    model(
      start() +
        serviceTask('task') +
        path('start', 'task') +
        element(
          'boundaryEvent',
          'id="b" attachedToRef="task"',
          '',
          '<bpmn:errorEventDefinition id="d" />',
        ),
    ),
  ],
  [
    'with a flow to a boundary event',
    model(
      start() +
        serviceTask('task') +
        end() +
        path('start', 'task') +
        boundaryErrorEvent('gone', { at: 'task', to: 'end' }) +
        flow('start', 'gone'),
    ),
  ],
  [
    'with an error event that does not interrupt',
    model(
      start() +
        serviceTask('task') +
        end() +
        path('start', 'task') +
        boundaryErrorEvent('gone', { at: 'task', to: 'end' }).replace(
          'attachedToRef',
          'cancelActivity="false" attachedToRef',
        ),
    ),
  ],
  [
    'with two events for the same error',
    model(
      start() +
        serviceTask('task') +
        end() +
        path('start', 'task') +
        boundaryErrorEvent('a', { at: 'task', error: 'GONE', to: 'end' }) +
        boundaryErrorEvent('b', { at: 'task', error: 'GONE', to: 'end' }),
    ),
  ],
  [
    'with two events for every error',
    model(
      start() +
        serviceTask('task') +
        end() +
        path('start', 'task') +
        boundaryErrorEvent('a', { at: 'task', to: 'end' }) +
        boundaryErrorEvent('b', { at: 'task', to: 'end' }),
    ),
  ],
  [
    'with an error event of an unknown error',
    model(
      start() +
        serviceTask('task') +
        end() +
        path('start', 'task') +
        boundaryErrorEvent('a', { at: 'task', error: 'OTHER', to: 'end' }),
    ),
  ],
  [
    'with an error event of an error without a code',
    definitions(
      process(
        start() +
          serviceTask('task') +
          end() +
          path('start', 'task') +
          boundaryErrorEvent('a', { at: 'task', error: 'OTHER', to: 'end' }),
      ),
      '<bpmn:error id="OTHER" />',
    ),
  ],
  [
    'with an error event of an error with a computed code',
    definitions(
      process(
        start() +
          serviceTask('task') +
          end() +
          path('start', 'task') +
          boundaryErrorEvent('a', { at: 'task', error: 'OTHER', to: 'end' }),
      ),
      '<bpmn:error id="OTHER" errorCode="=a" />',
    ),
  ],
  [
    'with two task definitions',
    oneTask().replace(
      '<zeebe:taskDefinition',
      '<zeebe:taskDefinition type="other" /><zeebe:taskDefinition',
    ),
  ],
  ['with an unknown attribute', model('<bpmn:startEvent id="start" other="a" />')],
  ['with a text between elements', model(`${start()}text`)],
  ['that is not XML', 'text'],
  ['that is cut off', oneTask().slice(0, -30)],
  ['with a DOCTYPE', oneTask().replace('?>', '?><!DOCTYPE a>')],
  ['with a complex gateway', model(start() + '<bpmn:complexGateway id="a" />')],
]

export const invalid: readonly Scenario[] = invalidModels.map(([what, xml]) => ({
  name: what,
  model: xml,
  steps: [],
  expected: 'refused',
}))

const validModels: readonly (readonly [string, string])[] = [
  [
    'with an element that nothing leads to',
    model(start() + end() + path('start', 'end') + serviceTask('alone')),
  ],
  [
    'with lanes, annotations, groups and data',
    model(
      '<bpmn:laneSet id="lanes"><bpmn:lane id="lane"><bpmn:flowNodeRef>start</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>' +
        start() +
        '<bpmn:dataObject id="data" /><bpmn:dataObjectReference id="reference" dataObjectRef="data" /><bpmn:textAnnotation id="note"><bpmn:text>a</bpmn:text></bpmn:textAnnotation><bpmn:group id="group" />',
    ),
  ],
  ['with documentation', model('<bpmn:documentation>a</bpmn:documentation>' + start())],
  [
    'with two executable processes',
    definitions(process(start()), process(start('other')).replace('"process"', '"second"')),
  ],
  ['with an input to a word of FEEL', oneTask({ inputs: { if: '=1' } })],
  [
    'with an unusable mapping of an end event',
    model(start() + element('endEvent', 'id="end"', ioMapping({ inputs: { a: '=1 +' } }))),
  ],
  ['with retries that are no number', oneTask({ retries: 'many' })],
  ['with a header without a key', oneTask({ headers: { '': 'a' } })],
  ['with an input from nothing', oneTask({ inputs: { a: '' } })],
  [
    'with properties',
    model(
      element(
        'startEvent',
        'id="start"',
        '<zeebe:properties><zeebe:property name="a" value="b" /></zeebe:properties>',
      ),
    ),
  ],
]

export const valid: readonly Scenario[] = validModels.map(([what, xml]) => ({
  name: what,
  model: xml,
  steps: [],
  expected: 'deployed',
}))
