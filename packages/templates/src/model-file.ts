import { BpmnModdle } from 'bpmn-moddle'
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json' with { type: 'json' }
import { TemplateError } from './errors.ts'
import type { ModdleElement } from './moddle-element.ts'

/** A BPMN model outside of a modeler. */
export interface ModelFile {
  readonly elementsById: ReadonlyMap<string, ModdleElement>
  /** The XML, as a modeler writes it: indented anew. */
  readonly write: () => Promise<string>
}

/** Reads BPMN XML. Throws `MODEL_UNREADABLE`, also for what would be lost when it is written. */
export const readModel = async (xml: string): Promise<ModelFile> => {
  const moddle = new BpmnModdle({ zeebe })
  const { rootElement, elementsById, warnings } = await read(moddle, xml)
  const [warning] = warnings
  if (warning !== undefined) throw unreadable(warning.message)
  return {
    elementsById: new Map(Object.entries(elementsById)),
    write: async () => (await moddle.toXML(rootElement, { format: true })).xml,
  }
}

const read = async (moddle: BpmnModdle, xml: string) => {
  try {
    return await moddle.fromXML<ModdleElement>(xml)
  } catch (error) {
    throw unreadable(error instanceof Error ? error.message : String(error))
  }
}

const unreadable = (reason: string): TemplateError => {
  const line = reason.trim().replaceAll(/\s+/g, ' ')
  // Of what it cannot parse, the parser quotes all.
  const short = line.length > 200 ? `${line.slice(0, 80)} … ${line.slice(-100)}` : line
  return new TemplateError(
    'MODEL_UNREADABLE',
    `The model cannot be read: ${short}. Correct it there.`,
  )
}
