import type { ElementTemplate, TemplateBinding } from '@tenon/templates'
import {
  constant,
  extension,
  generated,
  header,
  input,
  job,
  oneOf,
  output,
  property,
  template,
  type Control,
} from './template.ts'

/** Each type of control, with and without a value, in each of its FEEL modes. */
const kinds: ReadonlyMap<string, readonly Control[]> = new Map([
  ['string', textual('String')],
  ['text', textual('Text')],
  ['number', literal('Number', 7)],
  ['boolean', [...literal('Boolean', true), { type: 'Boolean', value: false }]],
  [
    'choice',
    [
      oneOf(['a', 'b', '=c']),
      oneOf(['a', 'b'], { value: 'b' }),
      oneOf(['true', 'false'], { value: true }),
      constant('constant'),
      constant(''),
      { type: 'Hidden', ...generated },
      { type: 'String', editable: false, value: 'fixed' },
    ],
  ],
])

function textual(type: 'String' | 'Text'): readonly Control[] {
  return [
    { type },
    { type, value: 'default' },
    { type, feel: 'optional' },
    { type, feel: 'optional', value: '=a' },
    { type, feel: 'required' },
    { type, feel: 'required', value: '=a' },
    { type, feel: 'required', value: 'no expression' },
  ]
}

function literal(type: 'Number' | 'Boolean', value: number | boolean): readonly Control[] {
  return [
    { type },
    { type, value },
    { type, value: '=a' },
    ...(['optional', 'static'] as const).flatMap((feel): readonly Control[] => [
      { type, feel },
      { type, feel, value },
      { type, feel, value: '=a' },
    ]),
    { type, feel: 'required' },
    { type, feel: 'required', value: '=true' },
  ]
}

const bindings: ReadonlyMap<string, (name: string) => TemplateBinding> = new Map([
  ['input', input],
  ['output', (name: string) => output(`=${name}`)],
  ['header', header],
  ['property', extension],
])

/** Templates with every control for each binding that takes them all. */
export const controls = (): readonly ElementTemplate[] =>
  [...bindings].flatMap(([binding, bind]) =>
    [...kinds].map(([kind, variants]) =>
      template(`${binding}-${kind}`, { type: 'bpmn:ServiceTask' }, [
        property(job('type'), constant('controls')),
        ...variants.flatMap((control, place) => [
          property(bind(`f${place}`), control),
          property(bind(`optional${place}`), { ...control, optional: true }),
          property(bind(`kept${place}`), { ...control, optional: false }),
        ]),
      ]),
    ),
  )
