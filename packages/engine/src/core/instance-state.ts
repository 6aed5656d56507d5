import { LoopState } from './loop-state.ts'
import { OwnedRows } from './owned-rows.ts'
import type {
  ArrivedFlow,
  ElementInstance,
  Event,
  Incident,
  Job,
  Loop,
  ProcessInstance,
  Subscription,
  Timer,
  Variable,
} from './rows.ts'

/** The live rows of one process instance; what has ended is not in it. */
export class InstanceState {
  /** Undefined only before the first event. */
  processInstance: ProcessInstance | undefined
  /** By their scope. */
  readonly elements = new OwnedRows<ElementInstance>(({ scopeKey }) => scopeKey)
  /** Those of multi-instances, by their body. */
  readonly loops = new Map<number, LoopState>()
  /** How many tokens wait at joins, by scope, then by flow; without zeros. */
  readonly arrivedFlows = new Map<number, Map<string, ArrivedFlow>>()
  /** By scope, then by name. */
  readonly variables = new Map<number, Map<string, Variable>>()
  /** By their element. */
  readonly jobs = new OwnedRows<Job>(({ elementInstanceKey }) => elementInstanceKey)
  readonly incidents = new Map<number, Incident>()
  /** By their host. */
  readonly timers = new OwnedRows<Timer>(({ hostKey }) => hostKey)
  readonly subscriptions = new OwnedRows<Subscription>(({ hostKey }) => hostKey)
  /** Characters of JSON text in all variables, and in all that multi-instances have given so far. */
  variableSize = 0

  variablesOf(scopeKey: number): ReadonlyMap<string, Variable> {
    return this.variables.get(scopeKey) ?? noVariables
  }

  /** The one place where state changes: in the engine, and where tests replay events. */
  apply(event: Event): void {
    switch (event.entity) {
      case 'processInstance':
        this.processInstance = event.row
        break
      case 'elementInstance':
        this.#applyElement(event.row)
        break
      case 'loop':
        this.#applyLoop(event.row)
        break
      case 'loopOutput':
        this.variableSize += this.loops.get(event.row.bodyKey)?.add(event.row) ?? 0
        break
      case 'arrivedFlow':
        this.#applyArrivedFlow(event.row)
        break
      case 'variable':
        this.#applyVariable(event.row)
        break
      case 'goneVariable':
        this.#applyGoneVariable(event.row)
        break
      case 'job':
        keep(this.jobs, event.row)
        break
      case 'incident':
        if (event.row.resolvedAt === null) this.incidents.set(event.row.key, event.row)
        else this.incidents.delete(event.row.key)
        break
      case 'timer':
        keep(this.timers, event.row)
        break
      case 'subscription':
        keep(this.subscriptions, event.row)
        break
    }
  }

  #applyElement(row: ElementInstance): void {
    keep(this.elements, row)
    if (row.endedAt === null) return
    for (const { value } of this.variablesOf(row.key).values()) {
      this.variableSize -= value.text.length
    }
    this.variables.delete(row.key)
  }

  #applyLoop(row: Loop): void {
    const loop = this.loops.get(row.bodyKey)
    if (row.endedAt !== null) {
      this.variableSize -= loop?.outputSize ?? 0
      this.loops.delete(row.bodyKey)
    } else if (loop === undefined) this.loops.set(row.bodyKey, new LoopState(row))
    else loop.row = row
  }

  #applyArrivedFlow(row: ArrivedFlow): void {
    const { scopeKey, flowId, count } = row
    const flows = this.arrivedFlows.get(scopeKey) ?? new Map<string, ArrivedFlow>()
    if (count > 0) flows.set(flowId, row)
    else flows.delete(flowId)
    if (flows.size > 0) this.arrivedFlows.set(scopeKey, flows)
    else this.arrivedFlows.delete(scopeKey)
  }

  #applyVariable(row: Variable): void {
    let scope = this.variables.get(row.scopeKey)
    if (scope === undefined) {
      scope = new Map()
      this.variables.set(row.scopeKey, scope)
    }
    this.variableSize += row.value.text.length - (scope.get(row.name)?.value.text.length ?? 0)
    scope.set(row.name, row)
  }

  #applyGoneVariable({ scopeKey, name, value }: Variable): void {
    this.variables.get(scopeKey)?.delete(name)
    this.variableSize -= value.text.length
  }
}

const noVariables: ReadonlyMap<string, Variable> = new Map()

/** Rows that have ended go. */
const keep = <Row extends { readonly key: number; readonly endedAt: number | null }>(
  rows: OwnedRows<Row>,
  row: Row,
): void => {
  if (row.endedAt === null) rows.set(row)
  else rows.delete(row)
}
