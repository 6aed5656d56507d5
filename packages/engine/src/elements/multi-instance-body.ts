import type { MultiInstance, MultiInstanceOutput } from '@tenon/bpmn'
import type { Json } from '@tenon/orchestration'
import type { Evaluate } from '../core/definition.ts'
import type { CompileContext, ElementBehavior } from '../core/element-behavior.ts'
import { evaluateField, evaluateJson, notUsable } from '../core/evaluate-field.ts'
import { asIncident } from '../core/incident-error.ts'
import { endLoop, isList, type LoopState } from '../core/loop-state.ts'
import { VariableValue, type ElementInstance } from '../core/rows.ts'
import type { Step } from '../core/step.ts'
import { propagate, requireRoom, setLocal } from '../core/variables.ts'

/** Does an activity once for each item of a list, and gathers what they give. */
export const multiInstanceBody = (
  model: MultiInstance,
  { compile }: CompileContext,
): ElementBehavior => {
  const { isSequential, inputCollection, inputElement, output, completionCondition } = model
  const items = { evaluate: compile(inputCollection), what: 'input collection' }
  const outputElement = compile(output?.element ?? '')
  const condition = completionCondition === null ? null : compile(completionCondition)
  const outputVariable = output?.variable ?? null
  return {
    activate: (step, body) => {
      const list = evaluateJson(step, body, items)
      if (!isList(list)) throw notUsable(items, 'a list', list)
      openLoop(step, body, list)
      step.changeElement(body, { phase: 'ACTIVE' })
      if (list.length === 0) step.push({ kind: 'COMPLETE', elementInstanceKey: body.key })
      else step.push({ kind: 'START', scopeKey: body.key })
    },
    start: (step, body) => {
      const { row, items: list } = loopOf(step, body)
      const started = row.started + 1
      step.emit({ entity: 'loop', row: { ...row, started } })
      const { inner } = step.elementOf(body)
      if (inner !== null) step.enter(inner, body.key, started)
      if (!isSequential && started < list.length) step.push({ kind: 'START', scopeKey: body.key })
    },
    activateChild: (step, body, child) => {
      const loopCounter = child.loopCounter ?? 0
      const item = loopOf(step, body).items[loopCounter - 1] ?? null
      const variables = Object.fromEntries<Json>([
        ...(outputVariable === null ? [] : [[outputVariable, null] as const]),
        ...(inputElement === null ? [] : [[inputElement, item] as const]),
        ['loopCounter', loopCounter],
      ])
      asIncident('EXTRACT_VALUE_ERROR', () => setLocal(step, child.key, variables))
    },
    completeChild: (step, body, child) => {
      const loop = loopOf(step, body)
      if (output !== null) addOutput(step, loop, child, outputElement)
      if (condition !== null && isEnough(step, child, countsOf(step, loop, model), condition)) {
        return true
      }
      const isLeft = loop.row.started < loop.items.length
      if (isSequential && isLeft) step.push({ kind: 'START', scopeKey: body.key })
      return false
    },
    complete: (step, body) => {
      if (output !== null) passOn(step, body, output)
      endLoop(step, body)
    },
  }
}

const openLoop = (step: Step, body: ElementInstance, items: Json): void => {
  const key = step.environment.nextKey()
  const { key: bodyKey, processInstanceKey } = body
  const row = { key, processInstanceKey, bodyKey, items: VariableValue.ofJson(items) }
  step.emit({ entity: 'loop', row: { ...row, started: 0, endedAt: null } })
}

const loopOf = (step: Step, { key }: ElementInstance): LoopState => {
  const loop = step.state.loops.get(key)
  if (loop === undefined) throw new Error(`Element instance ${key} goes through no list`)
  return loop
}

const addOutput = (
  step: Step,
  { row }: LoopState,
  child: ElementInstance,
  evaluate: Evaluate,
): void => {
  const json = evaluateJson(step, child, { evaluate, what: 'output element' })
  const { key: loopKey, bodyKey } = row
  const loopCounter = child.loopCounter ?? 0
  asIncident('EXTRACT_VALUE_ERROR', () => {
    const value = VariableValue.ofJson(json)
    requireRoom(step, 'the output collection', value.text.length)
    step.emit({ entity: 'loopOutput', row: { loopKey, bodyKey, loopCounter, value } })
  })
}

/** What the completion condition knows beside variables. */
type Counts = Readonly<Record<string, number>>

/** The one that completes counts as completed. None ends otherwise before the body does. */
const countsOf = (
  step: Step,
  { row, items }: LoopState,
  { isSequential }: MultiInstance,
): Counts => {
  const numberOfInstances = isSequential ? row.started : items.length
  const numberOfCompletedInstances = row.started - step.state.elements.countOf(row.bodyKey) + 1
  return {
    numberOfInstances,
    numberOfCompletedInstances,
    numberOfActiveInstances: numberOfInstances - numberOfCompletedInstances,
    numberOfTerminatedInstances: 0,
  }
}

const isEnough = (
  step: Step,
  child: ElementInstance,
  counts: Counts,
  condition: Evaluate,
): boolean => {
  const evaluate: Evaluate = (variables, environment) =>
    condition((name) => counts[name] ?? variables(name), environment)
  const field = { evaluate, what: 'completion condition' }
  const value = evaluateField(step, child, field)
  if (typeof value === 'boolean') return value
  throw notUsable(field, 'true or false', value)
}

/** To the scope around it. */
const passOn = (step: Step, body: ElementInstance, { collection }: MultiInstanceOutput): void => {
  const variables = { [collection]: loopOf(step, body).outputs }
  asIncident('EXTRACT_VALUE_ERROR', () => propagate(step, body.scopeKey, variables))
}
