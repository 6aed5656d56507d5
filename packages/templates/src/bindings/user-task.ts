import { propertiesOf, type BindingKind } from './binding-kind.ts'
import { ensureExtension, findExtension, removeExtension } from './extension-elements.ts'

const types = ['zeebe:userTask'] as const
const extensionType = 'zeebe:UserTask'

/** That a user task is the engine's own and not a job. It is there or not, and has no value. */
export const userTask: BindingKind = {
  types,
  slotOf: () => undefined,
  write: (draft, element) => {
    ensureExtension(draft, element, extensionType)
  },
  update: ({ draft, element, after }) => {
    if (after !== undefined && after.elementType?.value !== 'bpmn:UserTask') return
    if (propertiesOf(after, types).length === 0) removeExtension(draft, element, extensionType)
    else if (findExtension(draft, element, extensionType) === undefined)
      ensureExtension(draft, element, extensionType)
  },
}
