import { connector, z } from '@tenon/sdk'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { generateTemplate, validateTemplate } from '@tenon/templates'

const name = fc
  .stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,6}$/)
  .filter((text) => text !== '__proto__')
const names = (most: number) => fc.uniqueArray(name, { maxLength: most })
const word = fc.string({ maxLength: 8 })

const leaf: fc.Arbitrary<z.ZodType> = fc.oneof(
  word.map((text) => z.string().default(text)),
  fc.tuple(fc.nat(5), fc.nat(20)).map(([min, max]) =>
    z
      .string()
      .min(min)
      .max(min + max),
  ),
  fc.constantFrom(/^a+$/, /b|c/, /d/i).map((pattern) => z.string().regex(pattern)),
  fc.constantFrom(z.email(), z.url(), z.uuid(), z.iso.datetime()),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => z.number().default(number)),
  fc.boolean().map((value) => z.boolean().default(value)),
  fc.uniqueArray(word, { minLength: 1, maxLength: 4 }).map((values) => z.enum(values)),
  fc.constantFrom(z.literal(1), z.literal([true, 'x', null]), z.literal('=a')),
  fc.constantFrom(
    z.unknown(),
    z.any(),
    z.json(),
    z.array(z.string()),
    z.record(z.string(), z.any()),
  ),
  fc.array(word, { maxLength: 3 }).map((list) => z.array(z.string()).default(list)),
)

const object = (member: fc.Arbitrary<z.ZodType>): fc.Arbitrary<z.ZodObject> =>
  names(4).chain((keys) =>
    fc
      .tuple(...keys.map(() => member))
      .map((members) => z.object(Object.fromEntries(keys.map((key, at) => [key, members[at]])))),
  )

const union = (member: fc.Arbitrary<z.ZodType>): fc.Arbitrary<z.ZodType> =>
  fc
    .uniqueArray(word, { minLength: 1, maxLength: 3 })
    .chain((tags) =>
      fc
        .tuple(...tags.map(() => object(member)))
        .map((objects) =>
          objects.map((shape, at) => shape.extend({ tag_: z.literal(tags[at] ?? '') })),
        ),
    )
    .map(([first, ...rest]) =>
      first === undefined ? z.unknown() : z.discriminatedUnion('tag_', [first, ...rest]),
    )

const dressed = (schema: fc.Arbitrary<z.ZodType>): fc.Arbitrary<z.ZodType> =>
  fc
    .tuple(schema, fc.record({ label: word, group: word, description: word }), fc.nat(3))
    .map(([plain, meta, how]) => {
      const described = plain.meta(meta)
      return (
        [described, described.optional(), described.nullable(), described.readonly()][how] ?? plain
      )
    })

const { field } = fc.letrec<{ field: z.ZodType }>((tie) => ({
  field: dressed(
    fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      leaf,
      object(tie('field')),
      union(tie('field')),
    ),
  ),
}))

const operations = fc
  .uniqueArray(fc.stringMatching(/^[a-z][a-z0-9]{0,5}(-[a-z]{1,4})?$/), {
    minLength: 1,
    maxLength: 3,
  })
  .chain((ids) =>
    fc
      .tuple(...ids.map(() => object(field)))
      .map((inputs) => inputs.map((input, at) => ({ input, id: ids[at] ?? '' }))),
  )

test('a connector of any supported fields has a valid template, always the same', () => {
  fc.assert(
    fc.property(operations, (all) => {
      const subject = connector({ id: 'acme.any', version: '1.0.0', name: 'Any' })
      for (const { id, input } of all) {
        subject.operation(id, { name: id, input, output: z.null(), run: () => null })
      }
      const template = generateTemplate(subject)
      const problems = validateTemplate(template)
      expect(problems.filter(({ code }) => code !== 'TEMPLATE_DEPRECATED')).toEqual([])
      expect(JSON.stringify(generateTemplate(subject))).toBe(JSON.stringify(template))
    }),
    { numRuns: 200 },
  )
})
