import { explicitValue, type Change } from './change.ts'
import { TemplateError } from './errors.ts'
import { isModdleElement, type ModdleElement } from './moddle-element.ts'

/**
 * A model as it will be: it reads like the model with the changes made, while the model itself
 * stays as it is until they are performed.
 */
export class Draft {
  readonly #pending = new Map<ModdleElement, Map<string, unknown>>()
  /** Of lists by their element, then by the name of the list and what it is searched by. */
  readonly #indexes = new Map<ModdleElement, Map<string, Map<unknown, ModdleElement>>>()

  /** What is set or, where nothing is, the metamodel's default. */
  get(element: ModdleElement, name: string): unknown {
    const pending = this.#pending.get(element)
    const key = keyOf(element, name)
    if (pending?.has(key) !== true) return element.get(name)
    return pending.get(key) ?? defaultOf(element, name)
  }

  /** What is set; undefined where nothing is, whatever the metamodel's default. */
  explicit(element: ModdleElement, name: string): unknown {
    const pending = this.#pending.get(element)
    const key = keyOf(element, name)
    return pending?.has(key) === true ? pending.get(key) : explicitValue(element, name)
  }

  /** The element that a property refers to or contains. */
  element(element: ModdleElement, name: string): ModdleElement | undefined {
    const value = this.get(element, name)
    return isModdleElement(value) ? value : undefined
  }

  /** The elements of a list, which is empty where there is none. */
  elements(element: ModdleElement, name: string): readonly ModdleElement[] {
    const value: unknown = this.get(element, name)
    return Array.isArray(value) ? value.filter(isModdleElement) : []
  }

  /** The first of a list with the value: as fast in a long list, until the next change. */
  find(
    element: ModdleElement,
    list: string,
    name: string,
    value: unknown,
  ): ModdleElement | undefined {
    const indexes = this.#indexes.get(element) ?? new Map<string, Map<unknown, ModdleElement>>()
    this.#indexes.set(element, indexes)
    const key = `${list} ${name}`
    const index = indexes.get(key) ?? this.index(this.elements(element, list), name)
    indexes.set(key, index)
    return index.get(value)
  }

  /** The elements by what each has under the name; of several with the same the first. */
  index(elements: readonly ModdleElement[], name: string): Map<unknown, ModdleElement> {
    return new Map(elements.toReversed().map((each) => [this.get(each, name), each]))
  }

  /** Numbers and switches become text where the metamodel has text. Undefined removes. */
  set(element: ModdleElement, name: string, value: unknown): void {
    requireAttribute(element, name)
    this.#indexes.clear()
    const pending = this.#pending.get(element) ?? new Map<string, unknown>()
    this.#pending.set(element, pending.set(keyOf(element, name), toKnownType(element, name, value)))
  }

  append(element: ModdleElement, name: string, added: ModdleElement): void {
    this.set(element, name, [...this.elements(element, name), added])
  }

  remove(element: ModdleElement, name: string, removed: ModdleElement): void {
    this.set(
      element,
      name,
      this.elements(element, name).filter((each) => each !== removed),
    )
  }

  /** What differs from the model, in the order in which it was first touched. */
  changes(): readonly Change[] {
    return [...this.#pending].flatMap(([element, pending]) => {
      const changed = [...pending].filter(([name, value]) => isChange(element, name, value))
      return changed.length === 0 ? [] : [{ element, properties: Object.fromEntries(changed) }]
    })
  }
}

/** A new element, to be set as the value of a property of its parent. */
export const newElement = (
  type: string,
  parent: ModdleElement,
  properties: Readonly<Record<string, unknown>> = {},
): ModdleElement => {
  const element = parent.$model.create(type)
  for (const [name, value] of Object.entries(properties)) {
    if (value !== undefined) element.set(name, toKnownType(element, name, value))
  }
  element.$parent = parent
  return element
}

/** As all that the metamodel does not know does. */
export const holdsText = ({ $descriptor }: ModdleElement, name: string): boolean =>
  ($descriptor.propertiesByName[name]?.type ?? 'String') === 'String'

/** One key for `values` and `zeebe:values`. */
const keyOf = ({ $descriptor }: ModdleElement, name: string): string =>
  $descriptor.propertiesByName[name]?.name ?? name

const defaultOf = ({ $descriptor }: ModdleElement, name: string): unknown => {
  const known = $descriptor.propertiesByName[name]
  return known?.isMany === true ? [] : known?.default
}

/**
 * What the metamodel does not know becomes an attribute of the XML, and a template may name it
 * anything: what is no such name, or one that every object has, makes a model that nothing can read.
 */
const requireAttribute = (element: ModdleElement, name: string): void => {
  if (element.$descriptor.propertiesByName[name] !== undefined) return
  if (/^[A-Za-z_][\w.-]*(:[A-Za-z_][\w.-]*)?$/.test(name) && !(name in Object.prototype)) return
  throw new TemplateError(
    'TEMPLATE_BINDING_UNSUPPORTED',
    `No attribute of ${element.$type} can have the name "${name}". ` +
      'Bind the property to another attribute.',
  )
}

const toKnownType = (element: ModdleElement, name: string, value: unknown): unknown => {
  if (!holdsText(element, name)) return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value
}

const isChange = (element: ModdleElement, name: string, value: unknown): boolean => {
  const before = explicitValue(element, name)
  if (!Array.isArray(before) || !Array.isArray(value)) return before !== value
  return before.length !== value.length || before.some((each, index) => each !== value[index])
}
