import { explicitValue } from './change.ts'
import { isModdleElement, type ModdleElement, type PropertyDescriptor } from './moddle-element.ts'

/** A property of an element that refers to another one, alone or in a list. */
export interface Referral {
  readonly element: ModdleElement
  readonly name: string
}

/** The outermost element: of a whole model its definitions. */
export const rootOf = (element: ModdleElement): ModdleElement => {
  let root = element
  while (root.$parent !== undefined) root = root.$parent
  return root
}

/** All properties below the root that refer to the element, or contain it. */
export const referralsTo = (root: ModdleElement, target: ModdleElement): readonly Referral[] =>
  descendantsOf(root).flatMap((element) =>
    propertiesOf(element)
      .filter(({ name }) => valuesOf(element, name).includes(target))
      .map(({ name }) => ({ element, name })),
  )

/** The element and all that it contains. */
export const descendantsOf = (root: ModdleElement): readonly ModdleElement[] => {
  const found: ModdleElement[] = []
  const open = [root]
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    found.push(element)
    for (const { name, isReference } of propertiesOf(element)) {
      if (isReference === true) continue
      open.push(...valuesOf(element, name).filter(isModdleElement).toReversed())
    }
  }
  return found
}

/** A copy with all that it contains; what it refers to stays the same. */
export const copyInto = (element: ModdleElement, parent: ModdleElement): ModdleElement => {
  // An extension of another vendor has no type to make a copy of.
  if (propertiesOf(element).length === 0) return element
  const copy = parent.$model.create(element.$type)
  copy.$parent = parent
  for (const { name, isReference } of propertiesOf(element)) {
    const value = explicitValue(element, name)
    if (value !== undefined) copy.set(name, isReference === true ? value : copied(value, copy))
  }
  for (const [name, value] of Object.entries(element.$attrs)) copy.set(name, value)
  return copy
}

const copied = (value: unknown, parent: ModdleElement): unknown => {
  if (Array.isArray(value)) return value.map((each: unknown) => copied(each, parent))
  return isModdleElement(value) ? copyInto(value, parent) : value
}

/** Of an extension of another vendor the metamodel knows none. */
const propertiesOf = ({ $descriptor }: ModdleElement): readonly PropertyDescriptor[] =>
  ($descriptor.properties ?? []).filter(({ isVirtual }) => isVirtual !== true)

const valuesOf = (element: ModdleElement, name: string): readonly unknown[] => {
  const value = explicitValue(element, name)
  return Array.isArray(value) ? value : [value]
}
