import type { Draft } from '../draft.ts'
import type { TemplateProperty } from '../element-template.ts'
import type { ModdleElement } from '../moddle-element.ts'
import type { Value } from '../property-value.ts'
import { attribute } from './attribute.ts'
import type { BindingKind } from './binding-kind.ts'
import { calledElement } from './called-element.ts'
import { conditionalEvent } from './conditional-event.ts'
import { ioMapping } from './io-mapping.ts'
import { linkedResources } from './linked-resources.ts'
import { executionListeners, taskListeners } from './listeners.ts'
import { message } from './message.ts'
import { signal } from './signal.ts'
import { singleExtension } from './single-extension.ts'
import { taskHeaders } from './task-headers.ts'
import { timer } from './timer.ts'
import { userTask } from './user-task.ts'
import { zeebeProperties } from './zeebe-properties.ts'

/** All kinds, in the order in which their extension elements come to stand. */
export const bindingKinds: readonly BindingKind[] = [
  attribute,
  singleExtension('zeebe:TaskDefinition', ['zeebe:taskDefinition', 'zeebe:taskDefinition:type']),
  ioMapping,
  taskHeaders,
  zeebeProperties,
  message,
  signal,
  timer,
  conditionalEvent,
  calledElement,
  linkedResources,
  userTask,
  singleExtension('zeebe:CalledDecision', ['zeebe:calledDecision']),
  singleExtension('zeebe:FormDefinition', ['zeebe:formDefinition']),
  singleExtension('zeebe:Script', ['zeebe:script']),
  singleExtension('zeebe:AssignmentDefinition', ['zeebe:assignmentDefinition']),
  singleExtension('zeebe:PriorityDefinition', ['zeebe:priorityDefinition']),
  singleExtension('zeebe:JobPriorityDefinition', ['zeebe:jobPriorityDefinition']),
  singleExtension('zeebe:AdHoc', ['zeebe:adHoc']),
  singleExtension('zeebe:AgentDefinition', ['zeebe:agentDefinition']),
  singleExtension('zeebe:TaskSchedule', ['zeebe:taskSchedule']),
  executionListeners,
  taskListeners,
]

const kindOf = new Map(bindingKinds.flatMap((kind) => kind.types.map((type) => [type, kind])))

/** What the model holds for the property: empty text where there is nothing to hold it. */
export const readProperty = (
  draft: Draft,
  element: ModdleElement,
  { binding, type }: TemplateProperty,
): unknown => {
  const slot = kindOf.get(binding.type)?.slotOf(draft, element, binding)
  const value = slot === undefined ? '' : draft.get(slot.element, slot.name)
  if (type !== 'Boolean') return value
  return value === 'true' ? true : value === 'false' ? false : value
}

/** Writes what a person gave, in the form of the model. */
export const writeProperty = (
  draft: Draft,
  element: ModdleElement,
  property: TemplateProperty,
  value: Value,
): void => kindOf.get(property.binding.type)?.write(draft, element, property, value)
