/** What can be wrong with an element template, by code: what happened and what to do about it. */
export const templateErrors = {
  TEMPLATE_NOT_JSON: 'The text is not JSON. Correct it at the place shown.',
  TEMPLATE_TOO_DEEP: 'The JSON is nested deeper than 64 levels. Flatten it.',
  TEMPLATE_INVALID: 'A part of the template breaks its schema. Correct it at the place shown.',
  TEMPLATE_DEPRECATED: 'The template uses an outdated form. Replace it when you next change it.',
  TEMPLATE_ID_TAKEN: 'Two properties have the same id. Give one of them another id.',
  TEMPLATE_PROPERTY_UNKNOWN: 'A condition asks a property that is not there. Correct its name.',
  TEMPLATE_NO_OPERATION: 'The connector has no operation to make a template of. Add one.',
  TEMPLATE_FIELD_UNSUPPORTED: 'No form can show the schema of a field. Give it another schema.',
  TEMPLATE_FIELD_UNKNOWN: 'The form has no such field now. Choose one of those listed.',
  TEMPLATE_PRESET_UNKNOWN: 'The template has no such preset. Choose one of those listed.',
  TEMPLATE_BINDING_UNSUPPORTED:
    'A property is bound to what no template can set. Bind it elsewhere.',
  TEMPLATE_NOT_APPLICABLE: 'The template is not for this element. Choose another of either.',
  ELEMENT_NOT_REPLACEABLE: 'The element cannot change its type outside of a modeler. Do it in one.',
  MODEL_UNREADABLE: 'The BPMN model cannot be read. Correct it at the place named.',
} as const

/** A code of `templateErrors`. */
export type TemplateErrorCode = keyof typeof templateErrors

/** A template that cannot be generated, or cannot do what is asked of it. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError'
  readonly code: TemplateErrorCode
  constructor(code: TemplateErrorCode, message: string) {
    super(message)
    this.code = code
  }
}
