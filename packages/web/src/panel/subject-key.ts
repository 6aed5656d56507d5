import type { DiagramElement } from '../canvas/services.ts'

const keys = new WeakMap<DiagramElement, string>()
let latest = 0

/** Tells one element of the diagram from the next. It stays when the element gets another id. */
export const subjectKey = (element: DiagramElement): string => {
  const known = keys.get(element)
  if (known !== undefined) return known
  latest += 1
  keys.set(element, String(latest))
  return String(latest)
}
