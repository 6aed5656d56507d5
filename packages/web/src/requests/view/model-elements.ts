import { parseBpmn, type FlowElement } from '@tenon/bpmn'

/** What the model says of an element. */
export interface ModelElement {
  readonly name: string | null
  /**
   * How often its job is tried. Undefined without a job, and where FEEL computes it: that is known
   * only when the element is entered.
   */
  readonly attemptsMax: number | undefined
}

/** The elements of a process by their id; none where the process is not in the model. */
export const modelElements = async (
  xml: string,
  processDefinitionId: string,
): Promise<ReadonlyMap<string, ModelElement>> => {
  const processes = await parseBpmn(xml)
  const elements = processes.find(({ id }) => id === processDefinitionId)?.elements.values() ?? []
  return new Map([...elements].map((element) => [element.id, modelElement(element)]))
}

const modelElement = (element: FlowElement): ModelElement => ({
  name: element.name,
  attemptsMax: attemptsOf(element),
})

const attemptsOf = (element: FlowElement): number | undefined =>
  element.type === 'SERVICE_TASK' && /^\d{1,9}$/.test(element.retries)
    ? Number(element.retries)
    : undefined
