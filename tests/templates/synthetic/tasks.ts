import type { ElementTemplate, TemplateBinding } from '@tenon/templates'
import {
  attribute,
  constant,
  generated,
  input,
  job,
  jobPriority,
  message,
  oneOf,
  output,
  property,
  extension,
  subscription,
  template,
  type Control,
} from './template.ts'

const versions = oneOf(['latest', 'deployment', 'versionTag'], { id: 'version', value: 'latest' })
const onTag: Control = { condition: { property: 'version', equals: 'versionTag' } }

const called = (name: string): TemplateBinding => ({ type: 'zeebe:calledElement', property: name })
const decision = (name: string): TemplateBinding => ({
  type: 'zeebe:calledDecision',
  property: name,
})
const script = (name: string): TemplateBinding => ({ type: 'zeebe:script', property: name })
const form = (name: string): TemplateBinding => ({ type: 'zeebe:formDefinition', property: name })
const assignment = (name: string): TemplateBinding => ({
  type: 'zeebe:assignmentDefinition',
  property: name,
})
const schedule = (name: string): TemplateBinding => ({ type: 'zeebe:taskSchedule', property: name })
const adHoc = (name: string): TemplateBinding => ({ type: 'zeebe:adHoc', property: name })
const priority: TemplateBinding = { type: 'zeebe:priorityDefinition', property: 'priority' }
const agent: TemplateBinding = { type: 'zeebe:agentDefinition', property: 'agentType' }
const userTask = property({ type: 'zeebe:userTask' }, { type: 'Hidden' })
const linked = (linkName: string, name: string): TemplateBinding => ({
  type: 'zeebe:linkedResource',
  linkName,
  property: name,
})

/** Templates of tasks and sub-processes: each binding that there is for them. */
export const tasks = (): readonly ElementTemplate[] => [
  service(),
  linkedResources(),
  userTaskWithForm(),
  userTaskElsewhere(),
  callActivity(),
  template('call-plain', { type: 'bpmn:CallActivity' }, [
    property(called('processId'), constant('called')),
    property(input('a')),
    property(output('=b')),
  ]),
  businessRule(),
  template('script', { type: 'bpmn:ScriptTask' }, [
    property(script('expression'), { feel: 'required', value: '=1' }),
    property(script('resultVariable')),
  ]),
  adHocSubProcess(),
  adHocAgent(),
  template('send', { type: 'bpmn:SendTask' }, [
    property(job('type'), constant('send')),
    property(message, { feel: 'optional' }),
  ]),
  template('receive', { type: 'bpmn:ReceiveTask' }, [
    property(message, { type: 'Hidden', ...generated }),
    property(subscription('correlationKey'), { feel: 'required' }),
    property(extension('inbound.type'), constant('receive')),
  ]),
  template('sub-process', { type: 'bpmn:SubProcess' }, [
    property(input('a'), { value: 'text' }),
    property(output('=a'), { value: 'b' }),
  ]),
]

const service = (): ElementTemplate =>
  template(
    'service',
    {
      type: 'bpmn:ServiceTask',
      version: 3,
      entriesVisible: { executionListeners: false },
      icon: { contents: 'https://example.com/icon.svg' },
    },
    [
      property({ type: 'zeebe:taskDefinition:type' }, { value: 'first' }),
      property(job('retries'), { type: 'Number', value: 3 }),
      property(attribute('name'), { value: 'Named by a template' }),
      property(attribute('isForCompensation'), { type: 'Boolean', value: true }),
      property(jobPriority, { type: 'Number', value: 5 }),
      property(agent, oneOf(['aiAgentTask', 'external'])),
      property(
        { type: 'zeebe:executionListener', eventType: 'start', retries: '2' },
        constant('before'),
      ),
      property(
        {
          type: 'zeebe:executionListener',
          eventType: 'end',
          headers: [{ key: 'a', value: '1' }],
        },
        constant('after'),
      ),
      property(input('generated'), { type: 'Hidden', ...generated }),
      property(input('generatedText'), generated),
    ],
  )

const linkedResources = (): ElementTemplate =>
  template('linked', { type: 'bpmn:ServiceTask' }, [
    property(job('type'), constant('linked')),
    property(linked('first', 'resourceId'), { value: 'a' }),
    property(linked('first', 'resourceType'), constant('type')),
    property(linked('first', 'bindingType'), versions),
    property(linked('first', 'versionTag'), onTag),
    property(linked('second', 'resourceId')),
  ])

const userTaskWithForm = (): ElementTemplate =>
  template('user-form', { type: 'bpmn:UserTask', entriesVisible: { taskListeners: false } }, [
    userTask,
    property(form('formId'), { value: 'a-form' }),
    property(form('bindingType'), versions),
    property(form('versionTag'), { ...onTag, value: 'v1' }),
    property(assignment('assignee'), { feel: 'optional' }),
    property(assignment('candidateUsers'), { feel: 'required', value: '=["a"]' }),
    property(assignment('candidateGroups'), constant('group')),
    property(priority, { type: 'Number', value: 50 }),
    property(schedule('dueDate'), { feel: 'optional' }),
    property(schedule('followUpDate'), { type: 'Text', feel: 'required' }),
    ...['creating', 'assigning', 'updating', 'completing', 'canceling'].map((eventType) =>
      property({ type: 'zeebe:taskListener', eventType, retries: '4' }, constant(eventType)),
    ),
  ])

const userTaskElsewhere = (): ElementTemplate =>
  template('user-external', { type: 'bpmn:UserTask' }, [
    userTask,
    property(form('externalReference'), { feel: 'optional' }),
    property(priority, { feel: 'required', value: '=5' }),
    property(schedule('dueDate'), { feel: 'optional', value: '=due' }),
  ])

const callActivity = (): ElementTemplate =>
  template('call', { type: 'bpmn:CallActivity' }, [
    property(called('processId'), { feel: 'optional', value: 'called' }),
    property(called('bindingType'), versions),
    property(called('versionTag'), onTag),
    property(called('propagateAllParentVariables'), { type: 'Boolean', value: true }),
    property(called('propagateAllChildVariables'), { type: 'Boolean' }),
    property(called('businessId'), { feel: 'optional' }),
  ])

const businessRule = (): ElementTemplate =>
  template('decision', { type: 'bpmn:BusinessRuleTask' }, [
    property(decision('decisionId')),
    property(decision('resultVariable'), { value: 'result' }),
    property(decision('bindingType'), versions),
    property(decision('versionTag'), onTag),
  ])

const adHocSubProcess = (): ElementTemplate =>
  template('ad-hoc', { type: 'bpmn:AdHocSubProcess' }, [
    property(attribute('cancelRemainingInstances'), { type: 'Boolean', value: false }),
    property(attribute('completionCondition'), { feel: 'required', value: '=done' }),
    property(adHoc('activeElementsCollection'), { feel: 'required' }),
    property(adHoc('outputCollection'), { value: 'results' }),
    property(adHoc('outputElement'), { feel: 'required', value: '=result' }),
  ])

const adHocAgent = (): ElementTemplate =>
  template('ad-hoc-agent', { type: 'bpmn:AdHocSubProcess' }, [
    property(job('type'), { value: 'agent', feel: 'optional' }),
    property(agent, oneOf(['aiAgentSubProcess', 'external'], { value: 'external' })),
    property(jobPriority, oneOf(['1', '=p'])),
  ])
