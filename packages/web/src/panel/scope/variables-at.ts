import { contextKeys, type ContextKey } from '@tenon/feel'
import type { ModdleElement } from '@tenon/templates'
import type { ScopeVariable } from '../../feel-editor/scope.ts'
import { panelWords } from '../words.ts'
import {
  mergeVariables,
  variableOfKeys,
  variableOfPath,
  variableOfValue,
} from './merge-variables.ts'
import { elementOf, elementsOf, extensionsOf, lineOf, textOf, titleOf } from './model.ts'

const words = panelWords.scope

/**
 * The variables that expressions of an element may use: its own inputs and those of what contains
 * it, what any element of the process puts out (the steps before it first), and what the process
 * was last started with. The model does not say more: a job of a worker may add others.
 */
export const variablesAt = (
  element: ModdleElement,
  started: Readonly<Record<string, unknown>> = {},
): readonly ScopeVariable[] => {
  const line = lineOf(element)
  const process = line.find(({ $type }) => $type === 'bpmn:Process')
  const all = process === undefined ? [] : elementsWithin(process)
  const ranked = new Set([...elementsBefore(element, all), ...all])
  return mergeVariables([
    ...line.flatMap(localVariables),
    ...[...ranked].filter((other) => other !== element).flatMap(outputsOf),
    ...Object.entries(started).map(([name, value]) => variableOfValue(name, value, words.started)),
  ])
}

/** All that can be reached backwards over the flows of a process, the nearest first. */
const elementsBefore = (
  element: ModdleElement,
  all: readonly ModdleElement[],
): readonly ModdleElement[] => {
  const flows = Map.groupBy(all, (other) => elementOf(other, 'targetRef'))
  const found = new Set([element])
  for (const at of found) {
    const host = elementOf(at, 'attachedToRef')
    if (host !== undefined) found.add(host)
    for (const flow of flows.get(at) ?? []) {
      const source = elementOf(flow, 'sourceRef')
      if (source !== undefined) found.add(source)
    }
  }
  return [...found]
}

const elementsWithin = (container: ModdleElement): readonly ModdleElement[] =>
  elementsOf(container, 'flowElements').flatMap((element) => [element, ...elementsWithin(element)])

/** What exists only within an element: its inputs, and the item of its loop. */
const localVariables = (element: ModdleElement): readonly ScopeVariable[] => [
  ...extensionsOf(element, 'zeebe:IoMapping')
    .flatMap((mapping) => elementsOf(mapping, 'inputParameters'))
    .flatMap((input) => mapped(input, words.input)),
  ...loopVariables(element),
]

const loopVariables = (element: ModdleElement): readonly ScopeVariable[] => {
  const loop = elementOf(element, 'loopCharacteristics')
  if (loop === undefined) return []
  const items = extensionsOf(loop, 'zeebe:LoopCharacteristics').flatMap(
    (characteristics) => textOf(characteristics, 'inputElement') ?? [],
  )
  return [...items, 'loopCounter'].map((name) => variableOfPath(name, words.item))
}

/** What an element leaves behind when it is done. */
const outputsOf = (element: ModdleElement): readonly ScopeVariable[] => [
  ...resultsOf(element),
  ...extensionsOf(element, 'zeebe:IoMapping')
    .flatMap((mapping) => elementsOf(mapping, 'outputParameters'))
    .flatMap((output) => mapped(output, words.output(titleOf(element)))),
  ...collected(element),
]

const mapped = (parameter: ModdleElement, origin: string): readonly ScopeVariable[] => {
  const target = textOf(parameter, 'target')
  if (target === undefined) return []
  return [variableOfPath(target, origin, keysOf(textOf(parameter, 'source')))]
}

const collected = (element: ModdleElement): readonly ScopeVariable[] => {
  const loop = elementOf(element, 'loopCharacteristics')
  return (loop === undefined ? [] : extensionsOf(loop, 'zeebe:LoopCharacteristics'))
    .flatMap((characteristics) => textOf(characteristics, 'outputCollection') ?? [])
    .map((name) => variableOfPath(name, words.output(titleOf(element))))
}

/** Of scripts, decisions and connectors. */
const resultsOf = (element: ModdleElement): readonly ScopeVariable[] => {
  const origin = words.result(titleOf(element))
  const names = [
    ...['zeebe:Script', 'zeebe:CalledDecision'].flatMap((type) =>
      extensionsOf(element, type).flatMap((found) => textOf(found, 'resultVariable') ?? []),
    ),
    ...settingsOf(element, 'resultVariable'),
  ]
  const keys = settingsOf(element, 'resultExpression').flatMap(keysOf)
  return [
    ...names.map((name) => variableOfPath(name, origin)),
    ...keys.map((key) => variableOfKeys(key, origin)),
  ]
}

/** Outbound connectors are set by headers, inbound ones by properties. */
const settingsOf = (element: ModdleElement, name: string): readonly string[] => [
  ...settings(element, { type: 'zeebe:TaskHeaders', list: 'values', key: 'key' }, name),
  ...settings(element, { type: 'zeebe:Properties', list: 'properties', key: 'name' }, name),
]

interface Place {
  readonly type: string
  readonly list: string
  readonly key: string
}

const settings = (element: ModdleElement, place: Place, name: string): readonly string[] =>
  extensionsOf(element, place.type)
    .flatMap((holder) => elementsOf(holder, place.list))
    .filter((entry) => textOf(entry, place.key) === name)
    .flatMap((entry) => textOf(entry, 'value') ?? [])

const keysOf = (source: string | undefined): readonly ContextKey[] =>
  source?.startsWith('=') === true ? contextKeys(source.slice(1)) : []
