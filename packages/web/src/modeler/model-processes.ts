import type { ModdleElement } from '@tenon/templates'
import type { TenonModeler } from '../canvas/services.ts'
import { elementsOf, textOf } from '../panel/scope/model.ts'

/** The processes of a model, whether one is drawn as the plane or several in pools. */
export const processesOf = (modeler: TenonModeler): readonly ModdleElement[] => {
  const definitions = modeler.get('canvas').getRootElement().businessObject.$parent
  return definitions === undefined
    ? []
    : elementsOf(definitions, 'rootElements').filter(({ $type }) => $type === 'bpmn:Process')
}

/** The id of the first process that runs; undefined where none does. */
export const processIdOf = (modeler: TenonModeler): string | undefined => {
  const process = processesOf(modeler).find((each) => each.get('isExecutable') === true)
  return process && textOf(process, 'id')
}

/** The model as it is drawn now. */
export const xmlOf = async (modeler: TenonModeler): Promise<string> => {
  const { xml, error } = await modeler.saveXML()
  if (xml === undefined) throw error ?? new Error('The diagram gave no XML.')
  return xml
}
