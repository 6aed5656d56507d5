import { nameOf } from '../template-binding.ts'
import { propertiesOf, type BindingKind } from './binding-kind.ts'
import { findExtension } from './extension-elements.ts'
import { singleExtension } from './single-extension.ts'

const types = ['zeebe:calledElement'] as const
const propagations = ['propagateAllChildVariables', 'propagateAllParentVariables']

/** The process that a call activity starts. Only what a template asks for is handed over. */
export const calledElement: BindingKind = {
  ...singleExtension('zeebe:CalledElement', types),
  settle: (draft, element, { template }) => {
    const called = findExtension(draft, element, 'zeebe:CalledElement')
    if (called === undefined || !element.$instanceOf('bpmn:CallActivity')) return
    const bound = new Set(propertiesOf(template, types).map(({ binding }) => nameOf(binding)))
    for (const name of propagations) {
      if (!bound.has(name) && draft.get(called, name) !== false) draft.set(called, name, false)
    }
  },
}
