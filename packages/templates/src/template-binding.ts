/** Where in the BPMN element a value goes. */
export type TemplateBinding =
  | { readonly type: NamedBindingType; readonly name: string }
  | { readonly type: 'zeebe:output'; readonly source: string }
  | { readonly type: 'zeebe:taskHeader'; readonly key: string }
  | { readonly type: PropertyBindingType; readonly property: string }
  | {
      readonly type: 'zeebe:linkedResource'
      readonly linkName: string
      readonly property: string
    }
  | {
      readonly type: ListenerBindingType
      readonly eventType: string
      readonly retries?: string
      readonly headers?: readonly { readonly key: string; readonly value: string }[]
    }
  /** The second is an outdated form of the property `type` of `zeebe:taskDefinition`. */
  | { readonly type: 'zeebe:userTask' | 'zeebe:taskDefinition:type' }

/** What kind of place a binding is about. */
export type BindingType = TemplateBinding['type']

type NamedBindingType =
  | 'property'
  | 'zeebe:property'
  | 'zeebe:input'
  | 'bpmn:Message#property'
  | 'bpmn:Message#zeebe:subscription#property'
  | 'bpmn:Signal#property'
  | 'bpmn:TimerEventDefinition#property'
  | 'bpmn:ConditionalEventDefinition#property'
  | 'bpmn:ConditionalEventDefinition#zeebe:conditionalFilter#property'

type PropertyBindingType =
  | 'zeebe:taskDefinition'
  | 'zeebe:calledElement'
  | 'zeebe:calledDecision'
  | 'zeebe:script'
  | 'zeebe:formDefinition'
  | 'zeebe:assignmentDefinition'
  | 'zeebe:priorityDefinition'
  | 'zeebe:jobPriorityDefinition'
  | 'zeebe:taskSchedule'
  | 'zeebe:adHoc'
  | 'zeebe:agentDefinition'

type ListenerBindingType = 'zeebe:executionListener' | 'zeebe:taskListener'

/** The name of the attribute, entry or event that a binding is about. */
export const nameOf = (binding: TemplateBinding): string => {
  if ('name' in binding) return binding.name
  if ('source' in binding) return binding.source
  if ('key' in binding) return binding.key
  if ('linkName' in binding) return `${binding.linkName}.${binding.property}`
  if ('property' in binding) return binding.property
  if ('eventType' in binding) return binding.eventType
  return 'type'
}

/** Equal where two bindings write to the same place. */
export const placeOf = (binding: TemplateBinding): string => {
  const { type } = binding
  const current = type === 'zeebe:taskDefinition:type' ? 'zeebe:taskDefinition' : type
  return `${current}.${nameOf(binding)}`
}
