import { describe, expect, it } from 'vitest'
import { isSupported } from './supported.ts'

describe('isSupported', () => {
  it('offers what runs', () => {
    expect(isSupported({ type: 'bpmn:ServiceTask' })).toBe(true)
    expect(isSupported({ type: 'bpmn:StartEvent' })).toBe(true)
  })

  it('offers an event with a definition only where it runs with it', () => {
    const error = 'bpmn:ErrorEventDefinition'
    expect(isSupported({ type: 'bpmn:BoundaryEvent', eventDefinitionType: error })).toBe(true)
    expect(isSupported({ type: 'bpmn:EndEvent', eventDefinitionType: error })).toBe(true)
    const compensate = 'bpmn:CompensateEventDefinition'
    expect(isSupported({ type: 'bpmn:EndEvent', eventDefinitionType: compensate })).toBe(false)
    expect(isSupported({ type: 'bpmn:BoundaryEvent' })).toBe(false)
    const timer = 'bpmn:TimerEventDefinition'
    const wait = 'bpmn:IntermediateCatchEvent'
    expect(isSupported({ type: wait, eventDefinitionType: timer })).toBe(true)
    expect(isSupported({ type: 'bpmn:EndEvent', eventDefinitionType: timer })).toBe(false)
  })

  it('offers nothing that a process only shows, or that is no element of it', () => {
    expect(isSupported({ type: 'bpmn:TextAnnotation' })).toBe(false)
    expect(isSupported({ type: 'bpmn:Process' })).toBe(false)
  })
})
