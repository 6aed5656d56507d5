import type { ElementTemplate, TemplateProperty } from './element-template.ts'
import { readModel } from './model-file.ts'
import type { ModdleElement } from './moddle-element.ts'

/** An element in a model of its own, for tests. */
export interface TestElement {
  readonly element: ModdleElement
  /** The whole model. */
  readonly xml: () => Promise<string>
  /** The lines of the element and of what stands beside the process, trimmed; ids are left out. */
  readonly lines: () => Promise<readonly string[]>
}

const namespaces = [
  'xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"',
  'xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"',
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
].join(' ')

/** The element with the id `element`, such as `<bpmn:task id="element" />`, in a process. */
export const testElement = async (content: string, beside = ''): Promise<TestElement> => {
  const model = await readModel(
    `<bpmn:definitions id="definitions" ${namespaces}>` +
      `<bpmn:process id="process">${content}</bpmn:process>${beside}</bpmn:definitions>`,
  )
  const element = model.elementsById.get('element')
  if (element === undefined) throw new Error('The test has no element with the id "element".')
  return { element, xml: model.write, lines: async () => linesOf(await model.write()) }
}

const linesOf = (xml: string): readonly string[] =>
  xml
    .split('\n')
    .map((line) => line.trim().replaceAll(/ (id|messageRef|signalRef)="[^"]*"/g, ''))
    .filter((line) => !/^(<\?xml|<\/?bpmn:(definitions|process)\b|$)/.test(line))

/** A template of these properties. */
export const testTemplate = (
  properties: readonly TemplateProperty[],
  more: Partial<ElementTemplate> = {},
): ElementTemplate => ({
  id: 'acme.test',
  name: 'Test',
  version: 1,
  appliesTo: ['bpmn:FlowElement'],
  properties,
  ...more,
})
