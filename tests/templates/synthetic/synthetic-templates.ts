import type { ElementTemplate } from '@tenon/templates'
import { conditions } from './conditions.ts'
import { controls } from './controls.ts'
import { events } from './events.ts'
import { attribute, extension, property, template } from './template.ts'
import { tasks } from './tasks.ts'

/**
 * Templates of our own for what Camunda's do not use: together they have each binding, type, FEEL
 * mode and kind of condition of the schema.
 */
export const syntheticTemplates = (): readonly ElementTemplate[] => [
  ...tasks(),
  ...events(),
  ...others(),
  ...conditions(),
  ...controls(),
]

const others = (): readonly ElementTemplate[] => [
  template('flow', { type: 'bpmn:SequenceFlow' }, [
    property(attribute('name'), { value: 'a flow' }),
    property(attribute('conditionExpression'), { feel: 'required', value: '=x' }),
  ]),
  template('complex', { type: 'bpmn:ComplexGateway' }, [
    property(attribute('activationCondition'), { feel: 'required', value: '=x' }),
  ]),
  template('gateway', { type: 'bpmn:ExclusiveGateway', version: 0 }, [
    property(attribute('name'), { type: 'Text', value: 'decide' }),
    property(extension('note')),
  ]),
  template('process', { type: 'bpmn:Process' }, [
    property(attribute('name'), { value: 'A process' }),
    property(attribute('isExecutable'), { type: 'Boolean', value: true }),
    property(extension('note')),
  ]),
]
