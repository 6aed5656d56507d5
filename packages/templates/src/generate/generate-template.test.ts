import { connector, z, type Connector } from '@tenon/sdk'
import { describe, expect, test } from 'vitest'
import {
  generateTemplate,
  TemplateError,
  validateTemplate,
  type TemplateErrorCode,
  type GeneratedProperty,
} from '@tenon/templates'

const base = { id: 'acme.test', version: '1.2.3', name: 'Test' }

const withInput = (input: z.ZodObject): Connector =>
  connector(base).operation('run', { name: 'Run', input, output: z.null(), run: () => null })

const commonIds = [
  'resultVariable',
  'resultExpression',
  'errorExpression',
  'retries',
  'retryBackoff',
]

/** The properties that come from the input. */
const inputsOf = (of: Connector): readonly GeneratedProperty[] =>
  generateTemplate(of).properties.filter(({ binding }) => binding.type === 'zeebe:input')

const inputOf = (schema: z.ZodType): GeneratedProperty | undefined =>
  inputsOf(withInput(z.object({ field: schema })))[0]

const refusalOf = (generate: () => unknown): { code: TemplateErrorCode; message: string } => {
  try {
    generate()
  } catch (error) {
    if (error instanceof TemplateError) return error
    throw error
  }
  throw new Error('nothing was refused')
}

const isError = ({ severity }: { severity: string }): boolean => severity === 'error'

describe('a template', () => {
  test('carries what the connector says of itself', () => {
    const icon = 'data:image/svg+xml,%3Csvg/%3E'
    const template = generateTemplate(
      connector({ ...base, description: 'Tests', icon }).operation('run', {
        name: 'Run',
        input: z.object({}),
        output: z.null(),
        run: () => null,
      }),
    )
    expect(template).toMatchObject({
      id: 'acme.test',
      name: 'Test',
      version: 1_002_003,
      description: 'Tests',
      icon: { contents: icon },
      appliesTo: ['bpmn:Task'],
      elementType: { value: 'bpmn:ServiceTask' },
    })
    expect(template.properties[0]).toEqual({
      id: 'jobType',
      type: 'Hidden',
      value: 'acme.test:1',
      binding: { type: 'zeebe:taskDefinition', property: 'type' },
    })
  })

  test('ends with results, errors and retries', () => {
    const { properties, groups } = generateTemplate(withInput(z.object({})))
    expect(properties.slice(1).map(({ id }) => id)).toEqual(commonIds)
    expect(groups.map(({ id }) => id)).toEqual(['result', 'errors', 'retries'])
  })

  test('has no operation where there is nothing to choose', () => {
    const ids = generateTemplate(withInput(z.object({ a: z.string() }))).properties.map((p) => p.id)
    expect(ids).toEqual(['jobType', 'a', ...commonIds])
  })

  test('shows the fields of the chosen operation', () => {
    const operation = { output: z.null(), run: () => null }
    const both = connector(base)
      .operation('add', { ...operation, name: 'Add', input: z.object({ name: z.string() }) })
      .operation('drop', { ...operation, name: 'Drop', input: z.object({ name: z.string() }) })
    const { properties } = generateTemplate(both)
    expect(properties.find(({ id }) => id === 'operation')).toMatchObject({
      type: 'Dropdown',
      choices: [
        { name: 'Add', value: 'add' },
        { name: 'Drop', value: 'drop' },
      ],
      value: 'add',
      binding: { type: 'zeebe:taskHeader', key: 'operation' },
    })
    expect(inputsOf(both).map(({ id, condition }) => [id, condition])).toEqual([
      ['add:name', { property: 'operation', equals: 'add' }],
      ['drop:name', { property: 'operation', equals: 'drop' }],
    ])
  })

  test('is the same each time', () => {
    const make = () =>
      generateTemplate(withInput(z.object({ b: z.enum(['x', 'y']), a: z.array(z.string()) })))
    expect(JSON.stringify(make())).toBe(JSON.stringify(make()))
  })
})

describe('a field', () => {
  test.each<[string, z.ZodType, Partial<GeneratedProperty>]>([
    ['text', z.string(), { type: 'String', feel: 'optional', constraints: { notEmpty: true } }],
    ['long text', z.string().meta({ control: 'text' }), { type: 'Text' }],
    ['a default', z.string().default('x'), { type: 'String', value: 'x' }],
    ['a default like FEEL', z.string().default('=x'), { value: '="=x"' }],
    ['a prefill', z.string().meta({ prefill: '=x' }), { value: '=x' }],
    ['a number', z.number().default(5), { type: 'Number', value: 5, feel: 'optional' }],
    ['a constant number', z.int().meta({ feel: 'static' }), { type: 'Number', feel: 'static' }],
    ['a switch', z.boolean(), { type: 'Boolean', value: false }],
    ['a switch that is on', z.boolean().default(true), { type: 'Boolean', value: true }],
    [
      'a choice',
      z.enum(['one-way', 'roundTrip']).default('roundTrip'),
      {
        type: 'Dropdown',
        value: 'roundTrip',
        choices: [
          { name: 'One way', value: 'one-way' },
          { name: 'Round trip', value: 'roundTrip' },
        ],
      },
    ],
    [
      'labelled choices',
      z.enum(['a', 'b']).meta({ choices: { a: 'First' } }),
      {
        choices: [
          { name: 'First', value: 'a' },
          { name: 'B', value: 'b' },
        ],
      },
    ],
    [
      'choices that are no text',
      z.union([z.literal(1), z.literal('=x'), z.literal(true)]),
      {
        type: 'Dropdown',
        choices: [
          { name: '1', value: '=1' },
          { name: '=x', value: '="=x"' },
          { name: 'true', value: '=true' },
        ],
      },
    ],
    ['a constant', z.literal('v1'), { type: 'Hidden', value: 'v1' }],
    ['a list', z.array(z.string()), { type: 'String', feel: 'required' }],
    [
      'a list with a default',
      z.array(z.string()).default(['a']),
      { feel: 'required', value: '=["a"]' },
    ],
    ['a record', z.record(z.string(), z.string()), { feel: 'required' }],
    ['anything', z.unknown(), { type: 'Text', feel: 'optional' }],
    ['a union', z.union([z.string(), z.number()]), { type: 'Text', feel: 'optional' }],
    ['what is prepared', z.preprocess(String, z.enum(['a', 'b'])), { type: 'Dropdown' }],
    ['what is transformed', z.string().transform(Number), { type: 'String' }],
  ])('shows %s', (_, schema, expected) => {
    expect(inputOf(schema)).toMatchObject(expected)
  })

  test.each<[string, z.ZodType]>([
    ['optional', z.string().optional()],
    ['with a default', z.string().default('')],
    ['optional in a transform', z.string().optional().transform(String)],
  ])('may be empty when %s', (_, schema) => {
    const property = inputOf(schema)
    expect(property).toBeDefined()
    expect(property?.constraints?.notEmpty).toBeUndefined()
  })

  test('takes its texts and section from meta, also from below a wrapper', () => {
    const meta = { label: 'To', description: 'Whom', placeholder: 'a@b.c', group: 'Mail head' }
    expect(inputOf(z.string().meta(meta).optional())).toMatchObject({
      label: 'To',
      description: 'Whom',
      placeholder: 'a@b.c',
      group: 'mail-head',
    })
  })

  test('is named by its words and stands under its section', () => {
    const { groups, properties } = generateTemplate(
      withInput(z.object({ firstName: z.string(), b: z.string().meta({ group: 'Rest' }) })),
    )
    expect(properties.find(({ id }) => id === 'firstName')?.label).toBe('First name')
    expect(groups.slice(0, 2)).toEqual([
      { id: 'input', label: 'Input' },
      { id: 'rest', label: 'Rest' },
    ])
  })

  test('is left out when no form shall show it', () => {
    const input = z.object({ a: z.string(), b: z.unknown().meta({ control: 'none' }) })
    expect(inputsOf(withInput(input)).map(({ id }) => id)).toEqual(['a'])
  })

  test('has another id when it asks for one', () => {
    expect(inputOf(z.string().meta({ templateId: 'other' }))?.id).toBe('other')
  })

  test.each<[string, z.ZodType, GeneratedProperty['constraints'] | undefined]>([
    ['a length', z.string().min(2).max(9), { notEmpty: true, minLength: 2, maxLength: 9 }],
    ['a length, optional', z.string().min(2).max(9).optional(), { maxLength: 9 }],
    ['an exact length', z.string().length(3), { notEmpty: true, minLength: 3, maxLength: 3 }],
    ['not empty', z.string().min(1), { notEmpty: true }],
    ['a pattern with flags', z.string().regex(/^a/i), { notEmpty: true }],
    ['nothing', z.string().optional(), undefined],
  ])('keeps %s', (_, schema, constraints) => {
    expect(inputOf(schema)?.constraints).toEqual(constraints)
  })

  test('keeps patterns, which neither expressions nor secrets need match', () => {
    const schema = z.string().regex(/^a/, 'starts with a').regex(/b$/)
    const pattern = inputOf(schema)?.constraints?.pattern
    expect(pattern?.message).toBe('starts with a')
    const accepted = ['ab', 'a-b', '=x', '{{secrets.A}}', 'x', 'a', ''].filter((text) =>
      new RegExp(pattern?.value ?? '').test(text),
    )
    expect(accepted).toEqual(['ab', 'a-b', '=x', '{{secrets.A}}'])
  })

  test('may stay empty in spite of its pattern when optional', () => {
    const pattern = inputOf(z.email('is no address').optional())?.constraints?.pattern
    expect(new RegExp(pattern?.value ?? 'never').test('')).toBe(true)
    expect(new RegExp(pattern?.value ?? '').test('nobody')).toBe(false)
  })
})

describe('objects', () => {
  test('become dotted targets in the section of the outer one', () => {
    const to = z.object({ name: z.string(), city: z.object({ zip: z.string() }) })
    const properties = inputsOf(withInput(z.object({ to: to.meta({ group: 'Receiver' }) })))
    expect(properties).toMatchObject([
      { id: 'to.name', group: 'receiver', binding: { name: 'to.name' } },
      { id: 'to.city.zip', group: 'receiver', binding: { name: 'to.city.zip' } },
    ])
  })

  test('that may be absent require nothing', () => {
    const input = z.object({ to: z.object({ name: z.string() }).optional() })
    expect(inputsOf(withInput(input))[0]?.constraints).toBeUndefined()
  })

  test('hand their default down', () => {
    const input = z.object({ to: z.object({ port: z.number() }).default({ port: 25 }) })
    expect(inputsOf(withInput(input))[0]).toMatchObject({ id: 'to.port', value: 25 })
  })
})

describe('discriminated unions', () => {
  const login = z.discriminatedUnion('type', [
    z.object({ type: z.literal('none') }).meta({ label: 'No login' }),
    z.object({ type: z.literal('token'), value: z.string() }),
    z.object({ type: z.literal(['key', 'pair']), value: z.string(), name: z.string() }),
    z.object({ type: z.literal('secret-way') }).meta({ control: 'none' }),
  ])

  test('become a dropdown and the fields of each choice', () => {
    const properties = inputsOf(withInput(z.object({ login })))
    expect(properties.map(({ id, condition }) => [id, condition])).toEqual([
      ['login.type', undefined],
      ['login.value:token', { property: 'login.type', equals: 'token' }],
      ['login.value:key', { property: 'login.type', oneOf: ['key', 'pair'] }],
      ['login.name', { property: 'login.type', oneOf: ['key', 'pair'] }],
    ])
    expect(properties[0]).toMatchObject({
      type: 'Dropdown',
      label: 'Login',
      choices: [
        { name: 'No login', value: 'none' },
        { name: 'Token', value: 'token' },
        { name: 'Key', value: 'key' },
        { name: 'Pair', value: 'pair' },
      ],
      constraints: { notEmpty: true },
      binding: { type: 'zeebe:input', name: 'login.type' },
    })
  })

  test('start with their default, and require what a choice needs', () => {
    const input = z.object({ login: login.default({ type: 'token', value: 'x' }) })
    const [type, token, key] = inputsOf(withInput(input))
    expect(type).toMatchObject({ value: 'token' })
    expect(token).toMatchObject({ value: 'x' })
    expect(key).toMatchObject({ constraints: { notEmpty: true } })
  })

  test('nest: every choice above must hold', () => {
    const outer = z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('a'), login }),
      z.object({ kind: z.literal('b') }),
    ])
    const name = inputsOf(withInput(z.object({ outer }))).find(
      ({ id }) => id === 'outer.login.name',
    )
    expect(name?.condition).toEqual({
      allMatch: [
        { property: 'outer.kind', equals: 'a' },
        { property: 'outer.login.type', oneOf: ['key', 'pair'] },
      ],
    })
  })
})

describe('refusals', () => {
  interface Node {
    next?: Node | undefined
  }
  const node: z.ZodType<Node> = z.object({
    get next() {
      return node.optional()
    },
  })

  test.each<[string, z.ZodType]>([
    ['is a date', z.date()],
    ['is a map', z.map(z.string(), z.string())],
    ['is a bigint', z.bigint()],
    ['is a literal', z.literal(1n)],
    ['nested deeper than 16', node],
    ['has a name that no variable can have', z.object({ 'a-b': z.string() })],
    [
      'is not one text',
      z.discriminatedUnion('on', [
        z.object({ on: z.literal(true) }),
        z.object({ on: z.literal(false) }),
      ]),
    ],
  ])('says which field %s', (reason, schema) => {
    const { code, message } = refusalOf(() => inputOf(schema))
    expect(code).toBe('TEMPLATE_FIELD_UNSUPPORTED')
    expect(message).toContain('Connector "acme.test", operation "run": field "field')
    expect(message).toContain(reason)
  })

  test('a connector needs an operation', () => {
    expect(refusalOf(() => generateTemplate(connector(base))).code).toBe('TEMPLATE_NO_OPERATION')
  })

  test('an id stands once', () => {
    const input = z.object({ a: z.string(), b: z.string().meta({ templateId: 'a' }) })
    const { code, message } = refusalOf(() => generateTemplate(withInput(input)))
    expect(code).toBe('TEMPLATE_ID_TAKEN')
    expect(message).toContain('"a"')
  })
})

test('what is generated is valid', () => {
  const input = z.object({ a: z.string(), b: z.array(z.number()), c: z.enum(['x']) })
  expect(validateTemplate(generateTemplate(withInput(input))).filter(isError)).toEqual([])
})

test.each([
  ['', true],
  ['PT30S', true],
  ['P36500DT23H59M59.999S', true],
  ['PT3153600000S', true],
  ['P', false],
  ['PT', false],
  ['-PT1S', false],
  ['P1M', false],
  ['P100000D', false],
  ['PT1000000H', false],
  ['PT99999999999S', false],
])('the time between attempts may be %j: %j', (duration, expected) => {
  const { properties } = generateTemplate(withInput(z.object({})))
  const pattern = properties.find(({ id }) => id === 'retryBackoff')?.constraints?.pattern
  expect(new RegExp(pattern?.value ?? '(?!)').test(duration)).toBe(expected)
})
