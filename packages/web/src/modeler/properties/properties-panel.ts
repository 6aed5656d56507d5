import '@bpmn-io/properties-panel/assets/properties-panel.css'
import {
  BpmnPropertiesPanelModule,
  BpmnPropertiesProviderModule,
  ZeebePropertiesProviderModule,
} from 'bpmn-js-properties-panel'
import type { PropertiesPanel, TenonModeler } from '../../canvas/services.ts'
import './properties.css'

interface Command {
  readonly cmd: string
  readonly context: unknown
}

const panels = new WeakMap<TenonModeler, PropertiesPanel>()

/** It is added to a modeler that runs already, when someone first asks for it. */
export const propertiesPanelOf = (modeler: TenonModeler): PropertiesPanel => {
  const known = panels.get(modeler)
  if (known !== undefined) return known
  const child = modeler
    .get('injector')
    .createChild([
      BpmnPropertiesPanelModule,
      BpmnPropertiesProviderModule,
      ZeebePropertiesProviderModule,
    ])
  child.init()
  registerCommand(modeler)
  const panel = child.get('propertiesPanel')
  panels.set(modeler, panel)
  afterPaint(() => announceSelection(modeler))
  return panel
}

/** The panel begins with the process, and listens to the selection from its first paint on. */
const announceSelection = (modeler: TenonModeler): void => {
  const newSelection = modeler.get('selection').get()
  modeler.get('eventBus').fire('selection.changed', { oldSelection: newSelection, newSelection })
}

const afterPaint = (act: () => void): void => {
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(act)))
}

/** The panel registers its command when a modeler starts, which was before. */
const registerCommand = (modeler: TenonModeler): void => {
  const stack = modeler.get('commandStack')
  stack.register('properties-panel.multi-command-executor', {
    preExecute: (commands: readonly Command[]) => {
      for (const { cmd, context } of commands) stack.execute(cmd, context)
    },
  })
}
