import type { TenonModeler } from '../canvas/services.ts'

interface Steps {
  readonly run: () => void
}

const command = 'panel.steps'
const prepared = new WeakSet<TenonModeler>()

/** Runs several commands of a modeler as one step to undo. */
export const inOneStep = (modeler: TenonModeler, run: () => void): void => {
  const stack = modeler.get('commandStack')
  if (!prepared.has(modeler)) {
    stack.register<Steps>(command, { preExecute: (steps) => steps.run() })
    prepared.add(modeler)
  }
  stack.execute(command, { run })
}
