import { describe, expect, it } from 'vitest'
import {
  applyTemplate,
  changeField,
  perform,
  readForm,
  removeTemplate,
  type ElementTemplate,
  type FieldValue,
  type TemplateProperty,
} from '@tenon/templates'
import { testElement, testTemplate } from '../test-element.ts'

interface Case {
  readonly property: TemplateProperty
  /** The element, before. */
  readonly element?: string
  readonly more?: Partial<ElementTemplate>
  /** Lines that hold the value, once the template is applied. */
  readonly applied: readonly string[]
  readonly given: FieldValue
  readonly changed: readonly string[]
  /** What is left where the field is emptied. */
  readonly emptied: readonly string[]
}

const event = (type: string, definition: string): string =>
  `<bpmn:${type} id="element"><bpmn:${definition}EventDefinition id="definition" /></bpmn:${type}>`

const single = (
  type: 'zeebe:taskDefinition' | 'zeebe:calledDecision' | 'zeebe:script' | 'zeebe:formDefinition',
  property: string,
): Case => ({
  property: { type: 'String', value: 'initial', binding: { type, property } },
  applied: [`<${type} ${property}="initial" />`],
  given: 'other',
  changed: [`<${type} ${property}="other" />`],
  emptied: [`<${type} ${property}="" />`],
})

const cases: Readonly<Record<string, Case>> = {
  property: {
    property: { type: 'String', value: 'Hello', binding: { type: 'property', name: 'name' } },
    applied: ['<bpmn:serviceTask name="Hello"'],
    given: 'Other',
    changed: ['<bpmn:serviceTask name="Other"'],
    emptied: ['<bpmn:serviceTask name=""'],
  },
  'property, a switch': {
    property: {
      type: 'Boolean',
      value: true,
      binding: { type: 'property', name: 'isForCompensation' },
    },
    applied: [' isForCompensation="true"'],
    given: false,
    changed: ['<bpmn:serviceTask zeebe:'],
    emptied: ['<bpmn:serviceTask zeebe:'],
  },
  'property, a number': {
    property: { type: 'Number', value: 2, binding: { type: 'property', name: 'startQuantity' } },
    applied: [' startQuantity="2"'],
    given: 3,
    changed: [' startQuantity="3"'],
    emptied: [' startQuantity="3"'],
  },
  'property, an expression': {
    element: '<bpmn:adHocSubProcess id="element" />',
    property: {
      type: 'String',
      feel: 'required',
      value: '=done',
      binding: { type: 'property', name: 'completionCondition' },
    },
    applied: [
      '<bpmn:completionCondition xsi:type="bpmn:tFormalExpression">=done</bpmn:completionCondition>',
    ],
    given: '=other',
    changed: [
      '<bpmn:completionCondition xsi:type="bpmn:tFormalExpression">=other</bpmn:completionCondition>',
    ],
    emptied: [
      '<bpmn:completionCondition xsi:type="bpmn:tFormalExpression"></bpmn:completionCondition>',
    ],
  },
  'zeebe:input': {
    property: { type: 'String', value: 'a', binding: { type: 'zeebe:input', name: 'in' } },
    applied: ['<zeebe:input source="a" target="in" />'],
    given: '=b',
    changed: ['<zeebe:input source="=b" target="in" />'],
    emptied: ['<zeebe:input target="in" />'],
  },
  'zeebe:input, optional': {
    property: {
      type: 'String',
      optional: true,
      value: 'a',
      binding: { type: 'zeebe:input', name: 'in' },
    },
    applied: ['<zeebe:input source="a" target="in" />'],
    given: 'b',
    changed: ['<zeebe:input source="b" target="in" />'],
    emptied: ['<zeebe:ioMapping />'],
  },
  'zeebe:input, a number': {
    property: { type: 'Number', value: 5, binding: { type: 'zeebe:input', name: 'in' } },
    applied: ['<zeebe:input source="=5" target="in" />'],
    given: 0,
    changed: ['<zeebe:input source="=0" target="in" />'],
    emptied: ['<zeebe:input target="in" />'],
  },
  'zeebe:input, a switch': {
    property: { type: 'Boolean', binding: { type: 'zeebe:input', name: 'in' } },
    applied: ['<zeebe:input source="=false" target="in" />'],
    given: true,
    changed: ['<zeebe:input source="=true" target="in" />'],
    emptied: ['<zeebe:input source="=false" target="in" />'],
  },
  'zeebe:input, a configuration': {
    property: {
      type: 'Configuration',
      configurationTemplate: 'acme:login',
      binding: { type: 'zeebe:input', name: 'login' },
    },
    applied: ['<zeebe:input target="login" />'],
    given: '=camunda.vars.env.login',
    changed: [
      '<zeebe:input source="=camunda.vars.env.login" target="login" modelerConfigurationTemplate="acme:login" />',
    ],
    emptied: ['<zeebe:input target="login" />'],
  },
  'zeebe:output': {
    property: { type: 'String', value: 'a', binding: { type: 'zeebe:output', source: '=out' } },
    applied: ['<zeebe:output source="=out" target="a" />'],
    given: 'b',
    changed: ['<zeebe:output source="=out" target="b" />'],
    emptied: ['<zeebe:output source="=out" />'],
  },
  'zeebe:taskHeader': {
    property: { type: 'Number', value: 5, binding: { type: 'zeebe:taskHeader', key: 'h' } },
    applied: ['<zeebe:header key="h" value="5" />'],
    given: 6,
    changed: ['<zeebe:header key="h" value="6" />'],
    emptied: ['<zeebe:taskHeaders />'],
  },
  'zeebe:property': {
    property: { type: 'Boolean', value: true, binding: { type: 'zeebe:property', name: 'p' } },
    applied: ['<zeebe:property name="p" value="true" />'],
    given: false,
    changed: ['<zeebe:property name="p" value="false" />'],
    emptied: ['<zeebe:property name="p" value="" />'],
  },
  'zeebe:taskDefinition': single('zeebe:taskDefinition', 'retries'),
  'zeebe:taskDefinition:type': {
    ...single('zeebe:taskDefinition', 'type'),
    property: { value: 'initial', binding: { type: 'zeebe:taskDefinition:type' } },
  },
  'zeebe:calledDecision': single('zeebe:calledDecision', 'decisionId'),
  'zeebe:script': single('zeebe:script', 'resultVariable'),
  'zeebe:formDefinition': single('zeebe:formDefinition', 'formId'),
  'zeebe:calledElement': {
    element: '<bpmn:callActivity id="element" />',
    property: {
      type: 'String',
      value: 'other',
      binding: { type: 'zeebe:calledElement', property: 'processId' },
    },
    applied: [
      '<zeebe:calledElement processId="other" propagateAllChildVariables="false" propagateAllParentVariables="false" />',
    ],
    given: '=a',
    changed: ['<zeebe:calledElement processId="=a" propagateAllChildVariables="false"'],
    emptied: ['<zeebe:calledElement processId="" propagateAllChildVariables="false"'],
  },
  'zeebe:calledElement, a switch': {
    element: '<bpmn:callActivity id="element" />',
    property: {
      type: 'Boolean',
      value: true,
      binding: { type: 'zeebe:calledElement', property: 'propagateAllParentVariables' },
    },
    // Yes is what the metamodel takes for granted.
    applied: ['<zeebe:calledElement propagateAllChildVariables="false" />'],
    given: false,
    changed: [
      '<zeebe:calledElement propagateAllChildVariables="false" propagateAllParentVariables="false" />',
    ],
    emptied: ['<zeebe:calledElement propagateAllChildVariables="false" />'],
  },
  'zeebe:assignmentDefinition': {
    property: {
      type: 'String',
      value: 'mary',
      binding: { type: 'zeebe:assignmentDefinition', property: 'assignee' },
    },
    applied: ['<zeebe:assignmentDefinition assignee="mary" />'],
    given: '=owner',
    changed: ['<zeebe:assignmentDefinition assignee="=owner" />'],
    emptied: ['<zeebe:assignmentDefinition assignee="" />'],
  },
  'zeebe:priorityDefinition': {
    property: {
      type: 'Number',
      value: 50,
      binding: { type: 'zeebe:priorityDefinition', property: 'priority' },
    },
    applied: ['<zeebe:priorityDefinition priority="50" />'],
    given: 0,
    changed: ['<zeebe:priorityDefinition priority="0" />'],
    emptied: ['<zeebe:priorityDefinition priority="" />'],
  },
  'zeebe:jobPriorityDefinition': {
    property: {
      type: 'Number',
      value: 7,
      binding: { type: 'zeebe:jobPriorityDefinition', property: 'priority' },
    },
    applied: ['<zeebe:jobPriorityDefinition priority="7" />'],
    given: -1,
    changed: ['<zeebe:jobPriorityDefinition priority="-1" />'],
    emptied: ['<zeebe:jobPriorityDefinition priority="" />'],
  },
  'zeebe:taskSchedule': {
    property: {
      type: 'String',
      feel: 'optional',
      value: '=now()',
      binding: { type: 'zeebe:taskSchedule', property: 'dueDate' },
    },
    applied: ['<zeebe:taskSchedule dueDate="=now()" />'],
    given: '=then',
    changed: ['<zeebe:taskSchedule dueDate="=then" />'],
    emptied: ['<zeebe:taskSchedule dueDate="" />'],
  },
  'zeebe:adHoc': {
    element: '<bpmn:adHocSubProcess id="element" />',
    property: {
      type: 'String',
      value: 'results',
      binding: { type: 'zeebe:adHoc', property: 'outputCollection' },
    },
    applied: ['<zeebe:adHoc outputCollection="results" />'],
    given: 'all',
    changed: ['<zeebe:adHoc outputCollection="all" />'],
    emptied: ['<zeebe:adHoc outputCollection="" />'],
  },
  'zeebe:agentDefinition': {
    property: {
      type: 'Dropdown',
      value: 'external',
      choices: [
        { name: 'External', value: 'external' },
        { name: 'Task', value: 'aiAgentTask' },
      ],
      binding: { type: 'zeebe:agentDefinition', property: 'agentType' },
    },
    applied: ['<zeebe:agentDefinition agentType="external" />'],
    given: 'aiAgentTask',
    changed: ['<zeebe:agentDefinition agentType="aiAgentTask" />'],
    emptied: ['<zeebe:agentDefinition agentType="" />'],
  },
  'zeebe:linkedResource': {
    property: {
      type: 'String',
      value: 'script.rpa',
      binding: { type: 'zeebe:linkedResource', linkName: 'robot', property: 'resourceId' },
    },
    applied: ['<zeebe:linkedResource resourceId="script.rpa" linkName="robot" />'],
    given: 'other.rpa',
    changed: ['<zeebe:linkedResource resourceId="other.rpa" linkName="robot" />'],
    emptied: ['<zeebe:linkedResource linkName="robot" />'],
  },
  'bpmn:Message#property': {
    element: event('intermediateCatchEvent', 'message'),
    property: {
      type: 'String',
      value: 'paid',
      binding: { type: 'bpmn:Message#property', name: 'name' },
    },
    applied: ['<bpmn:message name="paid" zeebe:modelerTemplate="acme.test" />'],
    given: '=topic',
    changed: ['<bpmn:message name="=topic" zeebe:modelerTemplate="acme.test" />'],
    emptied: ['<bpmn:message name="" zeebe:modelerTemplate="acme.test" />'],
  },
  'bpmn:Message#zeebe:subscription#property': {
    element: '<bpmn:receiveTask id="element" />',
    property: {
      type: 'String',
      feel: 'required',
      value: '=key',
      binding: { type: 'bpmn:Message#zeebe:subscription#property', name: 'correlationKey' },
    },
    applied: [
      '<bpmn:message zeebe:modelerTemplate="acme.test">',
      '<zeebe:subscription correlationKey="=key" />',
    ],
    given: '=other',
    changed: ['<zeebe:subscription correlationKey="=other" />'],
    emptied: ['<zeebe:subscription correlationKey="" />'],
  },
  'bpmn:Signal#property': {
    element: event('startEvent', 'signal'),
    property: {
      type: 'String',
      value: 'alarm',
      binding: { type: 'bpmn:Signal#property', name: 'name' },
    },
    applied: ['<bpmn:signal name="alarm" zeebe:modelerTemplate="acme.test" />'],
    given: 'other',
    changed: ['<bpmn:signal name="other" zeebe:modelerTemplate="acme.test" />'],
    emptied: ['<bpmn:signal name="" zeebe:modelerTemplate="acme.test" />'],
  },
  'bpmn:TimerEventDefinition#property': {
    element: event('intermediateCatchEvent', 'timer'),
    property: {
      type: 'String',
      value: 'PT1H',
      binding: { type: 'bpmn:TimerEventDefinition#property', name: 'timeDuration' },
    },
    applied: ['<bpmn:timeDuration xsi:type="bpmn:tFormalExpression">PT1H</bpmn:timeDuration>'],
    given: '=wait',
    changed: ['<bpmn:timeDuration xsi:type="bpmn:tFormalExpression">=wait</bpmn:timeDuration>'],
    emptied: ['<bpmn:timeDuration xsi:type="bpmn:tFormalExpression"></bpmn:timeDuration>'],
  },
  'bpmn:ConditionalEventDefinition#property': {
    element: event('intermediateCatchEvent', 'conditional'),
    property: {
      type: 'String',
      feel: 'required',
      value: '=x > 1',
      binding: { type: 'bpmn:ConditionalEventDefinition#property', name: 'condition' },
    },
    applied: ['<bpmn:condition xsi:type="bpmn:tFormalExpression">=x &gt; 1</bpmn:condition>'],
    given: '=y',
    changed: ['<bpmn:condition xsi:type="bpmn:tFormalExpression">=y</bpmn:condition>'],
    emptied: ['<bpmn:condition xsi:type="bpmn:tFormalExpression"></bpmn:condition>'],
  },
  'bpmn:ConditionalEventDefinition#zeebe:conditionalFilter#property': {
    element: event('intermediateCatchEvent', 'conditional'),
    property: {
      type: 'String',
      value: 'create',
      binding: {
        type: 'bpmn:ConditionalEventDefinition#zeebe:conditionalFilter#property',
        name: 'variableEvents',
      },
    },
    applied: ['<zeebe:conditionalFilter variableEvents="create" />'],
    given: 'create, update',
    changed: ['<zeebe:conditionalFilter variableEvents="create, update" />'],
    emptied: ['<zeebe:conditionalFilter variableEvents="" />'],
  },
}

const plain = '<bpmn:serviceTask id="element" />'

describe.each(Object.entries(cases))('%s', (_, { property, element: xml = plain, ...expected }) => {
  const template = testTemplate([{ ...property, id: 'field' }], expected.more)
  const applied = async () => {
    const test = await testElement(xml)
    perform(applyTemplate(test.element, template))
    return test
  }
  const valueIn = ({ element }: Awaited<ReturnType<typeof applied>>) =>
    readForm(element, template).groups[0]?.fields[0]?.value
  const text = async ({ lines }: Awaited<ReturnType<typeof applied>>) => (await lines()).join('\n')

  it('starts with the value of the template', async () => {
    const test = await applied()
    for (const line of expected.applied) expect(await text(test)).toContain(line)
  })

  it('holds and gives back what a person enters', async () => {
    const test = await applied()
    perform(changeField(test.element, template, 'field', expected.given))
    for (const line of expected.changed) expect(await text(test)).toContain(line)
    expect(valueIn(test)).toBe(expected.given)
  })

  it('can be emptied', async () => {
    const test = await applied()
    perform(changeField(test.element, template, 'field', expected.given))
    perform(changeField(test.element, template, 'field', undefined))
    for (const line of expected.emptied) expect(await text(test)).toContain(line)
  })

  it('goes with the template', async () => {
    const test = await applied()
    perform(removeTemplate(test.element, template))
    for (const line of expected.applied) expect(await text(test)).not.toContain(line)
    expect(await text(test)).not.toContain('zeebe:modelerTemplate')
  })
})
