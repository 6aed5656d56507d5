import type {
  ArrivedFlow,
  ElementInstance,
  Event,
  Incident,
  Job,
  ProcessInstance,
  Variable,
} from './rows.ts'

/** The live rows of one process instance; what has ended is not in it. */
export class InstanceState {
  /** Undefined only before the first event. */
  processInstance: ProcessInstance | undefined
  readonly elements = new Map<number, ElementInstance>()
  /** How many tokens wait at a join, by element, then by flow; without zeros. */
  readonly arrivedFlows = new Map<string, Map<string, number>>()
  /** By scope, then by name. */
  readonly variables = new Map<number, Map<string, Variable>>()
  readonly jobs = new Map<number, Job>()
  readonly incidents = new Map<number, Incident>()
  /** Characters of JSON text in all variables. */
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
      case 'arrivedFlow':
        this.#applyArrivedFlow(event.row)
        break
      case 'variable':
        this.#applyVariable(event.row)
        break
      case 'job':
        put(this.jobs, event.row, event.row.endedAt === null)
        break
      case 'incident':
        put(this.incidents, event.row, event.row.resolvedAt === null)
        break
    }
  }

  #applyElement(row: ElementInstance): void {
    put(this.elements, row, row.endedAt === null)
    if (row.endedAt === null) return
    for (const { value } of this.variablesOf(row.key).values()) {
      this.variableSize -= value.text.length
    }
    this.variables.delete(row.key)
  }

  #applyArrivedFlow({ elementId, flowId, count }: ArrivedFlow): void {
    const flows = this.arrivedFlows.get(elementId) ?? new Map<string, number>()
    if (count > 0) flows.set(flowId, count)
    else flows.delete(flowId)
    if (flows.size > 0) this.arrivedFlows.set(elementId, flows)
    else this.arrivedFlows.delete(elementId)
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
}

const noVariables: ReadonlyMap<string, Variable> = new Map()

const put = <Row extends { readonly key: number }>(
  rows: Map<number, Row>,
  row: Row,
  isLive: boolean,
): void => {
  if (isLive) rows.set(row.key, row)
  else rows.delete(row.key)
}
