import type { Expression, Mapping } from '../expression.ts'

export const element = (tag: string, id: string, content = '', attributes = ''): string =>
  `<bpmn:${tag} id="${id}"${attributes}>${content}</bpmn:${tag}>\n`

/** A flow between two elements; its id joins theirs. */
export const flow = (source: string, target: string, condition?: Expression): string =>
  element(
    'sequenceFlow',
    `${source}_${target}`,
    condition === undefined
      ? ''
      : `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${escape(condition.text)}</bpmn:conditionExpression>`,
    ` sourceRef="${source}" targetRef="${target}"`,
  )

export const extensions = (content: string): string =>
  content === '' ? '' : `<bpmn:extensionElements>${content}</bpmn:extensionElements>`

export interface Mappings {
  readonly inputs: readonly Mapping[]
  readonly outputs: readonly Mapping[]
}

export const ioMapping = ({ inputs, outputs }: Mappings): string => {
  const entries = [...inputs.map(mapping('input')), ...outputs.map(mapping('output'))]
  return entries.length === 0 ? '' : `<zeebe:ioMapping>${entries.join('')}</zeebe:ioMapping>`
}

const mapping =
  (kind: 'input' | 'output') =>
  ({ source, target }: Mapping): string =>
    `<zeebe:${kind} source="${escape(source.text)}" target="${target}" />`

export const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
