import { jobOf, parseBpmn, readXml, type FlowElement, type XmlElement } from '@tenon/bpmn'
import { contextKeys } from '@tenon/feel'
import type { ElementType } from '@tenon/orchestration'
import type { ElementTemplate } from '@tenon/templates'
import { requestWords } from '../words.ts'

/** What the model says of an element. */
export interface ModelElement {
  readonly type: ElementType
  /** Its name, else that of its connector, else what kind of element it is. */
  readonly called: string
  /**
   * How often its job is tried. Undefined without a job, and where FEEL computes it: that is known
   * only when the element is entered.
   */
  readonly attemptsMax: number | undefined
  /** The variables that its inputs make, in their order. */
  readonly inputs: readonly string[]
  /** The variables of the Request that it leaves behind, as far as the model tells. */
  readonly results: readonly string[]
  /** The ids of the elements to which its flows lead, in their order. */
  readonly next: readonly string[]
  /** How many flows lead to it. */
  readonly incomingCount: number
}

type NamedTemplate = Pick<ElementTemplate, 'id' | 'name'>

/** The elements of a process by their id; none where the process is not in the model. */
export const modelElements = async (
  xml: string,
  processDefinitionId: string,
  templates: readonly NamedTemplate[] = [],
): Promise<ReadonlyMap<string, ModelElement>> => {
  const processes = await parseBpmn(xml)
  const elements = processes.find(({ id }) => id === processDefinitionId)?.elements.values() ?? []
  const connectors = connectorsOf(readXml(xml), templates)
  return new Map(
    [...elements].map((element) => [element.id, modelElement(element, connectors.get(element.id))]),
  )
}

const modelElement = (element: FlowElement, connector: string | undefined): ModelElement => ({
  type: element.type,
  called: element.name ?? connector ?? requestWords.kinds[element.type],
  attemptsMax: attemptsOf(element),
  inputs: element.inputs.map(({ target }) => variableOf(target)),
  results: resultsOf(element),
  next: element.outgoing.map(({ targetId }) => targetId),
  incomingCount: element.incoming.length,
})

/** The names of the connectors, by the ids of the elements that have them. */
const connectorsOf = (
  root: XmlElement,
  templates: readonly NamedTemplate[],
): ReadonlyMap<string, string> => {
  const names = new Map(templates.map(({ id, name }) => [id, name]))
  const found = new Map<string, string>()
  const open = [root]
  for (const element of open) {
    open.push(...element.children)
    const id = element.attributes.get('id')
    const name = names.get(element.attributes.get('zeebe:modelerTemplate') ?? '')
    if (id !== undefined && name !== undefined) found.set(id, name)
  }
  return found
}

const attemptsOf = (element: FlowElement): number | undefined => {
  const retries = jobOf(element)?.retries ?? ''
  return /^\d{1,9}$/.test(retries) ? Number(retries) : undefined
}

/** With outputs, all else that a job gives stays within the element. */
const resultsOf = (element: FlowElement): readonly string[] => {
  if (element.outputs.length > 0)
    return distinct(element.outputs.map(({ target }) => variableOf(target)))
  if ('script' in element) return [element.script.resultVariable]
  const headers = new Map(Object.entries(jobOf(element)?.headers ?? {}))
  const variable = headers.get('resultVariable') ?? ''
  const expression = headers.get('resultExpression') ?? ''
  const keys = contextKeys(expression.replace(/^\s*=/, '')).map(({ name }) => name)
  return distinct([...(variable === '' ? [] : [variable]), ...keys])
}

/** `order.total` is a part of the variable `order`. */
const variableOf = (target: string): string => target.split('.', 1)[0] ?? target

const distinct = (names: readonly string[]): readonly string[] => [...new Set(names)]
