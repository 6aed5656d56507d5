import type { FlowElement, Mapping, Process } from '@tenon/bpmn'
import { behaviorOf } from '../elements/index.ts'
import { compileMappings } from './compile-mappings.ts'
import { compileText } from './compile-text.ts'
import { multiInstanceBody } from '../elements/multi-instance-body.ts'
import { connectEvents, type Connections } from './connect-events.ts'
import type { Definition, Element, Evaluate, Flow } from './definition.ts'

/** Replaces the secret placeholders in the deployed text of a field by sealed references. */
export type SealText = (text: string, elementId: string, field: string) => string

export interface CompileOptions {
  readonly key: number
  readonly version: number
  readonly seal: SealText
}

/** A process with all its expressions compiled. Their deployment has checked them. */
export const compileProcess = (
  process: Process,
  { key, version, seal }: CompileOptions,
): Definition => {
  const flows = compileFlows(process)
  const connections = connectEvents(process)
  const elements = new Map<string, Element>()
  for (const model of process.elements.values()) {
    const sealText = (text: string, field: string): string => seal(text, model.id, field)
    elements.set(model.id, compileElement(model, { flows, connections, sealText }))
  }
  const { id, name, versionTag } = process
  const scope = connections.scopeOf(null)
  return { key, id, version, name, versionTag, scope, elements, flows }
}

interface ElementContext {
  readonly flows: ReadonlyMap<string, Flow>
  readonly connections: Connections
  readonly sealText: (text: string, field: string) => string
}

const compileElement = (
  model: FlowElement,
  { flows, connections, sealText }: ElementContext,
): Element => {
  const mapping = ({ source, target }: Mapping): Evaluate => compileText(sealText(source, target))
  const outgoing = model.outgoing.flatMap(({ id }) => flows.get(id) ?? []).toReversed()
  const context = { compile: compileText, outgoing }
  const awaited = connections.awaitedEventIds(model)
  const attached = connections.boundaryEventIds(model.id)
  const element: Element = {
    model,
    type: model.type,
    behavior: behaviorOf(model, context),
    outgoing,
    inputs: compileMappings(model.inputs, mapping),
    outputs: compileMappings(model.outputs, mapping),
    eventIds: [...awaited, ...attached],
    scope: isScope(model) ? connections.scopeOf(model.id) : null,
    inner: null,
  }
  if (model.multiInstance === null) return element
  return {
    ...element,
    type: 'MULTI_INSTANCE_BODY',
    behavior: multiInstanceBody(model.multiInstance, context),
    inputs: new Map(),
    outputs: new Map(),
    scope: null,
    eventIds: attached,
    // Boundary events happen to the body, and flows leave it.
    inner: { ...element, outgoing: [], eventIds: awaited },
  }
}

const isScope = ({ type }: FlowElement): boolean =>
  type === 'SUB_PROCESS' || type === 'EVENT_SUB_PROCESS'

const compileFlows = (process: Process): ReadonlyMap<string, Flow> => {
  const flows = new Map<string, Flow>()
  for (const { outgoing } of process.elements.values()) {
    for (const model of outgoing) {
      const source = model.condition
      const condition = source === null ? null : { source, evaluate: compileText(source) }
      flows.set(model.id, { model, condition })
    }
  }
  return flows
}
