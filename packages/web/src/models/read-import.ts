import { BpmnError, readXml, xmlLimits, type XmlElement } from '@tenon/bpmn'
import { nameLengthMax } from './model-name.ts'
import { importWords } from './words.ts'

/** A file that was dropped or chosen. */
export type ImportedFile = Pick<File, 'name' | 'size' | 'arrayBuffer'>

/** A file as a model, or why it cannot be one. */
export type ReadImport =
  | { readonly file: string; readonly model: { readonly name: string; readonly xml: string } }
  | { readonly file: string; readonly problem: string }

const { problems } = importWords

/** Takes any BPMN 2.0 for Camunda 8: what Tenon does not run yet can still be drawn and changed. */
export const readImport = async (file: ImportedFile): Promise<ReadImport> => {
  const problem = endingProblem(file.name) ?? sizeProblem(file.size)
  if (problem !== undefined) return { file: file.name, problem }
  const xml = await readText(file)
  if (typeof xml !== 'string') return { file: file.name, ...xml }
  try {
    const root = readXml(xml)
    const rootProblem = foreignProblem(root, xml)
    if (rootProblem !== undefined) return { file: file.name, problem: rootProblem }
    return { file: file.name, model: { name: nameOf(root, file.name), xml } }
  } catch (error) {
    if (!(error instanceof BpmnError)) throw error
    return { file: file.name, problem: error.message }
  }
}

const endingProblem = (name: string): string | undefined => {
  if (/\.(bpmn|xml)$/i.test(name)) return undefined
  if (/\.form$/i.test(name)) return problems.form
  return /\.dmn$/i.test(name) ? problems.decision : problems.ending
}

const megabytes = new Intl.NumberFormat('en', { maximumFractionDigits: 1 })

const sizeProblem = (size: number): string | undefined =>
  size > xmlLimits.bytes ? problems.tooLarge(megabytes.format(size / 1_000_000)) : undefined

const readText = async (file: ImportedFile): Promise<string | { readonly problem: string }> => {
  let bytes: ArrayBuffer
  try {
    bytes = await file.arrayBuffer()
  } catch {
    // The operating system refused, or the file has gone meanwhile.
    return { problem: problems.unreadable }
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return { problem: problems.encoding }
  }
}

const camunda7 = 'http://camunda.org/schema/1.0/bpmn'

const foreignProblem = (root: XmlElement, xml: string): string | undefined => {
  if (root.name !== 'bpmn:definitions')
    return /^(\w+:)?definitions$/i.test(root.name) && xml.includes('/DMN/')
      ? problems.decision
      : problems.notBpmn(root.name)
  const values = new Set(root.attributes.values())
  return values.has(camunda7) || values.has('Camunda Platform') ? problems.camunda7 : undefined
}

/** That of the first process that has one, else of the file. */
const nameOf = (root: XmlElement, file: string): string => {
  const names = root.children
    .filter(({ name }) => name === 'bpmn:process')
    .map(({ attributes }) => attributes.get('name')?.trim() ?? '')
  const name = names.find((each) => each !== '') ?? file.replace(/\.(bpmn|xml)$/i, '')
  return name.slice(0, nameLengthMax)
}
