/** An element of a BPMN model, as bpmn-moddle and bpmn-js make them. */
export interface ModdleElement {
  /** Such as `bpmn:ServiceTask`. */
  readonly $type: string
  $parent?: ModdleElement | undefined
  readonly $model: Moddle
  readonly $descriptor: TypeDescriptor
  /** Attributes that the metamodel does not know. */
  readonly $attrs: Readonly<Record<string, unknown>>
  /** Whether it is of the type, or of one derived from it. */
  $instanceOf(type: string): boolean
  /** Where nothing is set: the metamodel's default, or an empty list. */
  get(name: string): unknown
  /** Undefined removes. */
  set(name: string, value: unknown): void
}

export interface Moddle {
  create(type: string, properties?: Readonly<Record<string, unknown>>): ModdleElement
}

export interface TypeDescriptor {
  /** None for an extension of a vendor that the metamodel does not know. */
  readonly properties?: readonly PropertyDescriptor[]
  /** The type itself, and those that it is derived from. */
  readonly allTypes?: readonly TypeDefinition[]
  /** Has no prototype, so names like `constructor` are not found. */
  readonly propertiesByName: Readonly<Record<string, PropertyDescriptor>>
}

interface TypeDefinition {
  readonly name: string
  /** Where an extension element may stand. */
  readonly meta?: { readonly allowedIn?: readonly string[] }
}

export interface PropertyDescriptor {
  /** What an element holds it by. */
  readonly name: string
  readonly type: string
  readonly isMany?: boolean
  readonly isReference?: boolean
  readonly default?: unknown
  readonly isVirtual?: boolean
}

/** What of a value is an element of a model. */
export const isModdleElement = (value: unknown): value is ModdleElement =>
  typeof value === 'object' && value !== null && '$instanceOf' in value
