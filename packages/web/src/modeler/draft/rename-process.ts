import type { TenonModeler } from '../../canvas/services.ts'

/** Requests go by the name of their process: it follows that of the model while both are the same. */
export const renameProcess = (modeler: TenonModeler, from: string, to: string): void => {
  const root = modeler.get('canvas').getRootElement()
  const { businessObject } = root
  if (businessObject.$type !== 'bpmn:Process' || businessObject.get('name') !== from) return
  modeler.get('modeling').updateProperties(root, { name: to })
}
