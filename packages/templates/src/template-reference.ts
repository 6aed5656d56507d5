import type { Change } from './change.ts'
import { findOwn } from './bindings/referenced-element.ts'
import { Draft } from './draft.ts'
import type { ElementTemplate } from './element-template.ts'
import type { ModdleElement } from './moddle-element.ts'

/** Which template an element says that it is of. */
export interface TemplateReference {
  readonly id: string
  readonly version: number | undefined
}

/** Which template the element says that it is of; undefined where of none. */
export const templateOf = (element: ModdleElement): TemplateReference | undefined => {
  const id = element.get('zeebe:modelerTemplate')
  const version = element.get('zeebe:modelerTemplateVersion')
  if (typeof id !== 'string') return undefined
  return { id, version: typeof version === 'number' ? version : undefined }
}

/** Has the element say that it is of the template, or of none. */
export const referTo = (
  draft: Draft,
  element: ModdleElement,
  template: ElementTemplate | undefined,
): void => {
  draft.set(element, 'zeebe:modelerTemplate', template?.id)
  draft.set(element, 'zeebe:modelerTemplateVersion', template?.version)
  draft.set(element, 'zeebe:modelerTemplateIcon', template?.icon?.contents)
}

/** Leaves all that the element holds as it is, as no template's. */
export const unlinkTemplate = (element: ModdleElement): readonly Change[] => {
  const draft = new Draft()
  unlink(draft, element)
  return draft.changes()
}

/** The same, with its message or signal. */
export const unlink = (draft: Draft, element: ModdleElement): void => {
  referTo(draft, element, undefined)
  const own = findOwn(draft, element)
  if (own !== undefined) draft.set(own, 'zeebe:modelerTemplate', undefined)
}
