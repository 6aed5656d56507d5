/** The part of bpmn-moddle, which ships no types for its metamodel and tree, that is used here. */
declare module 'bpmn-moddle' {
  export interface PropertyDescriptor {
    readonly type: string
    readonly isAttr?: boolean
    readonly isReference?: boolean
    readonly isVirtual?: boolean
    readonly xml?: { readonly serialize?: string }
  }

  export interface TypeDescriptor {
    readonly properties: readonly PropertyDescriptor[]
    /** That of its text. */
    readonly bodyProperty?: PropertyDescriptor
    /** Has no prototype, so names like `constructor` are not found. */
    readonly propertiesByName: Readonly<Record<string, PropertyDescriptor>>
  }

  export interface ModdleType {
    readonly $descriptor: TypeDescriptor
    hasType(name: string): boolean
  }

  export class BpmnModdle {
    constructor(packages: Readonly<Record<string, unknown>>)
    /** Throws where the name is not known. */
    getType(name: string): ModdleType
    /** Rejects what is no XML; the rest that cannot be read is in the warnings. */
    fromXML<Element>(xml: string): Promise<ParsedModel<Element>>
    toXML(root: object, options: { readonly format: boolean }): Promise<{ readonly xml: string }>
  }

  export interface ParsedModel<Element> {
    readonly rootElement: Element
    readonly elementsById: Readonly<Record<string, Element>>
    readonly warnings: readonly { readonly message: string }[]
  }
}
