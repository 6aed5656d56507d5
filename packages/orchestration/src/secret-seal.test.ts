import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  SecretSeal,
  showSecretReferences,
  showSecretReferencesIn,
  type SecretPlace,
} from './secret-seal.ts'

const seal = new SecretSeal(randomBytes(32))
const place: SecretPlace = { processDefinitionKey: '1', elementId: 'call', field: 'auth.token' }
const resolve = (name: string): string => `<${name}>`

const edge = fc.constantFrom(...'abcXYZ019'.split(''))
const secretName = fc
  .tuple(edge, fc.string({ unit: fc.constantFrom(...'abcXYZ019/._-'.split('')) }), edge)
  .map((parts) => parts.join(''))

describe('SecretSeal', () => {
  it('opens what it sealed, in its place, inside any text', () => {
    fc.assert(
      fc.property(fc.string(), secretName, fc.string(), (before, name, after) => {
        fc.pre(!`${before}${after}`.includes('{{'))
        // given
        const sealed = seal.seal(`${before}{{secrets.${name}}}${after}`, place)
        // then
        expect(sealed).not.toContain('{{')
        expect(seal.open(sealed, place, resolve)).toBe(`${before}<${name}>${after}`)
      }),
    )
  })

  it('opens references that were concatenated', () => {
    const sealed = seal.seal('{{secrets.A}}', place) + seal.seal('{{ secrets.B }}', place)
    expect(seal.open(`Basic ${sealed}`, place, resolve)).toBe('Basic <A><B>')
  })

  it.each([
    ['definition', { ...place, processDefinitionKey: '2' }],
    ['element', { ...place, elementId: 'other' }],
    ['field', { ...place, field: 'url' }],
  ])('does not open the reference of another %s', (_, elsewhere) => {
    const sealed = seal.seal('{{secrets.A}}', elsewhere)
    expect(seal.open(sealed, place, resolve)).toBe('{{secrets.A}}')
  })

  it('does not open the reference of another installation', () => {
    const sealed = new SecretSeal(randomBytes(32)).seal('{{secrets.A}}', place)
    expect(seal.open(sealed, place, resolve)).toBe('{{secrets.A}}')
  })

  it('does not open a reference whose name was exchanged', () => {
    const sealed = seal.seal('{{secrets.A}}', place).replace('A', 'B')
    expect(seal.open(sealed, place, resolve)).not.toContain('<B>')
  })

  it('never asks for a secret because of data', () => {
    const unit = fc.constantFrom(
      ...'{} secrets.AB\uE000\uE001\uE002'.split(''),
      '{{secrets.A}}',
      'x'.repeat(22),
    )
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), (data) => {
        const opened = seal.open(data, place, () => expect.unreachable())
        expect(showSecretReferences(opened)).toBe(showSecretReferences(data))
      }),
    )
  })

  it('does not look again at what was resolved', () => {
    const sealed = seal.seal('{{secrets.A}}', place)
    const again = seal.seal('{{secrets.B}}', place)
    expect(seal.open(sealed, place, () => `${again}{{secrets.B}}`)).toBe(`${again}{{secrets.B}}`)
  })

  it.each([['{{secrets.}}'], ['{{secret.A}}'], ['{{secrets.-A}}'], ['secrets.A'], ['{{secrets.A']])(
    'leaves %s alone, which names no secret',
    (text) => {
      expect(seal.seal(text, place)).toBe(text)
    },
  )
})

describe('showSecretReferences', () => {
  it('shows a reference as the placeholder it stands for', () => {
    const sealed = seal.seal('Bearer {{ secrets.GITHUB/token }}', place)
    expect(showSecretReferences(sealed)).toBe('Bearer {{secrets.GITHUB/token}}')
  })

  it('shows references at any depth of a value, and keeps every digit', () => {
    // given
    const token = seal.seal('{{secrets.A}}', place)
    const large = JSON.rawJSON('12345678901234567890')
    // when
    const shown = showSecretReferencesIn({ headers: [{ [token]: token }], large })
    // then
    expect(JSON.stringify(shown)).toBe(
      '{"headers":[{"{{secrets.A}}":"{{secrets.A}}"}],"large":12345678901234567890}',
    )
  })

  it('leaves variables alone where there is nothing to show', () => {
    const variables = { a: [1], b: '{{secrets.A}}', c: null, d: { e: true } }
    expect(showSecretReferencesIn(variables)).toEqual(variables)
  })
})
