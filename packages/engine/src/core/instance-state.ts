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
  /** The keys of the elements in each scope that has some, in the order of their start. */
  readonly children = new Map<number, Set<number>>()
  /** How many tokens wait at joins, by scope, then by flow; without zeros. */
  readonly arrivedFlows = new Map<number, Map<string, ArrivedFlow>>()
  /** By scope, then by name. */
  readonly variables = new Map<number, Map<string, Variable>>()
  readonly jobs = new Map<number, Job>()
  /** The keys of the jobs, by element instance: one at most. */
  readonly #jobKeys = new Map<number, number>()
  readonly incidents = new Map<number, Incident>()
  /** Characters of JSON text in all variables. */
  variableSize = 0

  childrenOf(scopeKey: number): readonly ElementInstance[] {
    const keys = this.children.get(scopeKey)
    if (keys === undefined) return []
    return [...keys].flatMap((key) => this.elements.get(key) ?? [])
  }

  /** The job that an element waits for. */
  jobOf(elementInstanceKey: number): Job | undefined {
    return this.jobs.get(this.#jobKeys.get(elementInstanceKey) ?? 0)
  }

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
        this.#applyJob(event.row)
        break
      case 'incident':
        put(this.incidents, event.row, event.row.resolvedAt === null)
        break
    }
  }

  #applyElement(row: ElementInstance): void {
    put(this.elements, row, row.endedAt === null)
    if (row.endedAt === null) return add(this.children, row)
    remove(this.children, row)
    for (const { value } of this.variablesOf(row.key).values()) {
      this.variableSize -= value.text.length
    }
    this.variables.delete(row.key)
  }

  #applyJob(row: Job): void {
    const isLive = row.endedAt === null
    put(this.jobs, row, isLive)
    if (isLive) this.#jobKeys.set(row.elementInstanceKey, row.key)
    else this.#jobKeys.delete(row.elementInstanceKey)
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

const add = (children: Map<number, Set<number>>, { key, scopeKey }: ElementInstance): void => {
  const keys = children.get(scopeKey)
  if (keys === undefined) children.set(scopeKey, new Set([key]))
  else keys.add(key)
}

const remove = (children: Map<number, Set<number>>, { key, scopeKey }: ElementInstance): void => {
  const keys = children.get(scopeKey)
  keys?.delete(key)
  if (keys?.size === 0) children.delete(scopeKey)
}
