/**
 * How a field of an input shows in forms. Give it with `.meta({ … })`; whatever is absent follows
 * from the schema. The text below a field is zod's own `description`.
 */
export interface FieldMeta {
  /** Above the field; default: the field's name in words. */
  label?: string
  /** Shown in an empty field of text. */
  placeholder?: string
  /** Heading of the section that the field stands in; default: that of the object around it. */
  group?: string
  /**
   * `line` or `text` (several lines) for text; `none` keeps the field out of forms, for what only
   * models written elsewhere set. Default `line`.
   */
  control?: 'line' | 'text' | 'none'
  /**
   * Whether the value may be an expression: as the user likes, always, or never (`static`).
   * Default: `optional`, and `required` for lists and records.
   */
  feel?: 'optional' | 'required' | 'static'
  /** Labels of choices by value; default: the value in words. */
  choices?: Readonly<Record<string, string>>
  /** Id of the property in the template, if it must not be the field's path. */
  templateId?: string
  /** What a new element starts with if not the default; text from `=` on is FEEL. */
  prefill?: string | number | boolean
}

declare module 'zod' {
  interface GlobalMeta extends FieldMeta {}
}
