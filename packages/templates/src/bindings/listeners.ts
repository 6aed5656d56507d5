import { newElement, type Draft } from '../draft.ts'
import type { BindingType, TemplateProperty } from '../element-template.ts'
import type { ModdleElement } from '../moddle-element.ts'
import { fixedValueOf, initialValueOf } from '../property-value.ts'
import { nameOf } from '../template-binding.ts'
import { propertiesOf, type BindingKind } from './binding-kind.ts'
import { ensureExtensionElements, findExtension, removeExtension } from './extension-elements.ts'

/** Jobs at the events in the life of an element. All of them are the template's. */
const listeners = (
  types: readonly [BindingType],
  extensionType: string,
  listenerType: string,
): BindingKind => ({
  types,
  slotOf: (draft, element, binding) => {
    const listener = findListener(
      draft,
      findExtension(draft, element, extensionType),
      nameOf(binding),
    )
    return listener && { element: listener, name: 'type' }
  },
  write: (draft, element, { binding }, value) => {
    const listener = findListener(
      draft,
      findExtension(draft, element, extensionType),
      nameOf(binding),
    )
    if (listener !== undefined) draft.set(listener, 'type', value)
  },
  update: ({ draft, element, before, after }) => {
    const properties = propertiesOf(after, types)
    const old = findExtension(draft, element, extensionType)
    if (properties.length === 0) {
      if (propertiesOf(before, types).length > 0) removeExtension(draft, element, extensionType)
      return
    }
    const holder = ensureExtensionElements(draft, element)
    const created = newElement(extensionType, holder)
    const made = properties.map((property) =>
      create(draft, { old, created, listenerType }, property),
    )
    created.set('listeners', made)
    removeExtension(draft, element, extensionType)
    draft.append(holder, 'values', old !== undefined && isSame(old, created) ? old : created)
  },
})

export const executionListeners = listeners(
  ['zeebe:executionListener'],
  'zeebe:ExecutionListeners',
  'zeebe:ExecutionListener',
)

export const taskListeners = listeners(
  ['zeebe:taskListener'],
  'zeebe:TaskListeners',
  'zeebe:TaskListener',
)

const findListener = (draft: Draft, extension: ModdleElement | undefined, event: string) =>
  extension &&
  draft.elements(extension, 'listeners').find((each) => draft.get(each, 'eventType') === event)

interface Parts {
  readonly old: ModdleElement | undefined
  readonly created: ModdleElement
  readonly listenerType: string
}

const create = (
  draft: Draft,
  { old, created, listenerType }: Parts,
  property: TemplateProperty,
) => {
  const { binding } = property
  const former = findListener(draft, old, nameOf(binding))
  const isGenerated = fixedValueOf(property) === undefined
  const type = isGenerated ? former && draft.get(former, 'type') : undefined
  const listener = newElement(listenerType, created, {
    eventType: nameOf(binding),
    type: type ?? initialValueOf(property),
    retries: 'retries' in binding ? binding.retries : undefined,
  })
  const headers = 'headers' in binding ? (binding.headers ?? []) : []
  if (headers.length > 0) listener.set('headers', createHeaders(listener, headers))
  return listener
}

const createHeaders = (
  listener: ModdleElement,
  headers: readonly { readonly key: string; readonly value: string }[],
): ModdleElement => {
  const holder = newElement('zeebe:TaskHeaders', listener)
  holder.set(
    'values',
    headers.map(({ key, value }) => newElement('zeebe:Header', holder, { key, value })),
  )
  return holder
}

/** So that to apply a template again changes nothing. */
const isSame = (one: ModdleElement, other: ModdleElement): boolean =>
  JSON.stringify(one) === JSON.stringify(other)
