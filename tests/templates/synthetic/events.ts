import type { ElementTemplate, TemplateBinding } from '@tenon/templates'
import {
  constant,
  extension,
  generated,
  job,
  jobPriority,
  message,
  property,
  subscription,
  template,
  type Kind,
} from './template.ts'

const catching = ['StartEvent', 'IntermediateCatchEvent', 'BoundaryEvent']
const all = [...catching, 'IntermediateThrowEvent', 'EndEvent']

const signal: TemplateBinding = { type: 'bpmn:Signal#property', name: 'name' }
const timer = (name: string): TemplateBinding => ({
  type: 'bpmn:TimerEventDefinition#property',
  name,
})
const condition: TemplateBinding = {
  type: 'bpmn:ConditionalEventDefinition#property',
  name: 'condition',
}
const variableEvents: TemplateBinding = {
  type: 'bpmn:ConditionalEventDefinition#zeebe:conditionalFilter#property',
  name: 'variableEvents',
}

const event = (name: string, definition: string): Kind => ({
  type: `bpmn:${name}`,
  eventDefinition: `bpmn:${definition}EventDefinition`,
})

/** Templates of messages, signals, conditions and timers, on each event that may have them. */
export const events = (): readonly ElementTemplate[] => [
  ...catching.flatMap(catchingEvents),
  ...all.map((name) =>
    template(`signal-${name}`, event(name, 'Signal'), [
      property(signal, { value: `signal of ${name}` }),
    ]),
  ),
  template('end-message', event('EndEvent', 'Message'), [
    property(job('type'), { value: 'send' }),
    property(jobPriority, { type: 'Number', feel: 'optional' }),
    property(message),
  ]),
  ...timers(),
]

const catchingEvents = (name: string): readonly ElementTemplate[] => [
  template(`message-${name}`, event(name, 'Message'), [
    property(message, { feel: 'optional', ...generated }),
    property(subscription('correlationKey'), { feel: 'required', value: '=key' }),
    property(subscription('messageTtl')),
  ]),
  template(`conditional-${name}`, event(name, 'Conditional'), [
    property(condition, { feel: 'required', value: '=a > 1' }),
    property(variableEvents, { value: 'create' }),
  ]),
  template(`condition-${name}`, event(name, 'Conditional'), [
    property(condition, { feel: 'required' }),
  ]),
]

const timers = (): readonly ElementTemplate[] => [
  template('start-date', event('StartEvent', 'Timer'), [
    property(timer('timeDate'), { feel: 'optional' }),
  ]),
  template('start-cycle', event('StartEvent', 'Timer'), [
    property(timer('timeCycle'), { value: 'R/PT1H' }),
  ]),
  template('boundary-cycle', event('BoundaryEvent', 'Timer'), [
    property(timer('timeCycle'), constant('R3/PT1H')),
    property(extension('note')),
  ]),
  template('duration', event('IntermediateCatchEvent', 'Timer'), [
    property(timer('timeDuration'), { feel: 'required', value: '=duration' }),
  ]),
  template('boundary-duration', event('BoundaryEvent', 'Timer'), [
    property(timer('timeDuration'), { type: 'Text' }),
  ]),
]
