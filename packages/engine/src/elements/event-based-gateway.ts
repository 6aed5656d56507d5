import type { ElementBehavior } from '../core/element-behavior.ts'

/** Waits for the events that it leads to, the first of which takes the token over. */
export const eventBasedGateway: ElementBehavior = {
  activate: (step, instance) => step.changeElement(instance, { phase: 'ACTIVE' }),
  leave: () => [],
}
