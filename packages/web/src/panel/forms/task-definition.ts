import type { Change, ModdleElement } from '@tenon/templates'
import { elementOf, elementsOf, extensionsOf } from '../scope/model.ts'

interface TaskSettings {
  readonly type?: string | undefined
  readonly retries?: string | undefined
}

/** Sets the job of a task; what is missing on the way to it is made. */
export const setTaskDefinition = (
  task: ModdleElement,
  settings: TaskSettings,
): readonly Change[] => {
  const [definition] = extensionsOf(task, 'zeebe:TaskDefinition')
  if (definition !== undefined) return [{ element: definition, properties: { ...settings } }]
  const created = task.$model.create('zeebe:TaskDefinition', { ...settings })
  const extensions = elementOf(task, 'extensionElements')
  const holder = extensions ?? task.$model.create('bpmn:ExtensionElements')
  holder.$parent = task
  created.$parent = holder
  const values = [...elementsOf(holder, 'values'), created]
  return [
    { element: holder, properties: { values } },
    ...(extensions === undefined
      ? [{ element: task, properties: { extensionElements: holder } }]
      : []),
  ]
}
