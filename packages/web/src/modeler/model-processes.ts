import type { ModdleElement } from '@tenon/templates'
import type { TenonModeler } from '../canvas/services.ts'
import { elementsOf } from '../panel/scope/model.ts'

/** The processes of a model, whether one is drawn as the plane or several in pools. */
export const processesOf = (modeler: TenonModeler): readonly ModdleElement[] => {
  const definitions = modeler.get('canvas').getRootElement().businessObject.$parent
  return definitions === undefined
    ? []
    : elementsOf(definitions, 'rootElements').filter(({ $type }) => $type === 'bpmn:Process')
}
