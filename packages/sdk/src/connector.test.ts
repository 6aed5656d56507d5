import { describe, expect, expectTypeOf, test } from 'vitest'
import { connector, DefinitionError, InputError, z } from '@tenon/sdk'
import type { Connector, ConnectorDefinition, Http, Operation, Services } from '@tenon/sdk'

const definition: ConnectorDefinition = { id: 'acme.test', version: '2.3.4', name: 'Test' }

const http: Http = { send: () => Promise.reject(new Error('no call is expected')) }
const services: Services = {
  http,
  idempotencyKey: 'key-1',
  signal: new AbortController().signal,
  conceal: () => {},
}

const operationOf = (of: Connector, id: string): Operation => {
  const operation = of.operations.get(id)
  if (operation === undefined) throw new Error(`no operation ${id}`)
  return operation
}

const mistakeOf = (define: () => unknown): string => {
  try {
    define()
  } catch (error) {
    if (error instanceof DefinitionError && error.code === 'CONNECTOR_INVALID') return error.message
    throw error
  }
  throw new Error('no mistake was found')
}

const echo = (input: z.ZodObject): Operation =>
  operationOf(
    connector(definition).operation('echo', {
      name: 'Echo',
      input,
      output: z.unknown(),
      run: (call) => call.input,
    }),
    'echo',
  )

describe('connector', () => {
  test('derives the job type from id and major version', () => {
    expect(connector(definition).jobType).toBe('acme.test:2')
  })

  test('keeps a given job type', () => {
    expect(connector({ ...definition, jobType: 'old:1' }).jobType).toBe('old:1')
  })

  test.each<[Partial<ConnectorDefinition>, string]>([
    [{ id: 'Acme' }, 'lower-case words joined by "."'],
    [{ id: 'acme' }, 'lower-case words joined by "."'],
    [{ version: '1.0' }, 'major.minor.patch'],
    [{ version: '1.1000.0' }, 'up to 999'],
    [{ version: '01.0.0' }, 'major.minor.patch'],
    [{ name: ' ' }, 'the name is empty'],
    [{ icon: './icon.svg' }, 'not an SVG data URI'],
    [{ jobType: '' }, 'the job type is empty'],
  ])('refuses %o', (change, mistake) => {
    expect(mistakeOf(() => connector({ ...definition, ...change }))).toContain(mistake)
  })
})

describe('operation', () => {
  const input = z.object({ text: z.string() })
  const output = z.object({ length: z.number() })
  const measure = {
    name: 'Measure',
    input,
    output,
    run: ({ input: { text } }: { input: { text: string } }) => ({ length: text.length }),
  }

  test('adds up to one connector', () => {
    const both = connector(definition).operation('one', measure).operation('two', measure)
    expect([...both.operations.keys()]).toEqual(['one', 'two'])
  })

  test.each<[string, () => unknown]>([
    ['stands twice', () => connector(definition).operation('a', measure).operation('a', measure)],
    ['joined by "-"', () => connector(definition).operation('createIssue', measure)],
    ['has no name', () => connector(definition).operation('a', { ...measure, name: '' })],
    [
      'is strict',
      () =>
        connector(definition).operation('a', { ...measure, input: z.strictObject(input.shape) }),
    ],
    [
      'field "first-name" of operation "a"',
      () =>
        connector(definition).operation('a', {
          ...measure,
          input: input.extend({ 'first-name': z.string() }),
        }),
    ],
    [
      'is not an object',
      // @ts-expect-error a schema that is no object does not compile either
      () => connector(definition).operation('a', { ...measure, input: z.string() }),
    ],
    [
      'is not an object',
      () =>
        connector(definition).operation('a', {
          ...measure,
          // @ts-expect-error a transformed object has no fields to show
          input: input.transform(({ text }) => ({ text })),
        }),
    ],
    [
      'is not a schema',
      // @ts-expect-error an output must be a schema
      () => connector(definition).operation('a', { ...measure, output: { length: 'number' } }),
    ],
  ])('refuses what %s', (mistake, define) => {
    const message = mistakeOf(define)
    expect(message).toContain(mistake)
    expect(message).toContain('"acme.test"')
  })

  test('hands the parsed input and the services to run', async () => {
    const seen: unknown[] = []
    const op = operationOf(
      connector(definition).operation('see', {
        name: 'See',
        input: z.object({ count: z.number().default(3) }),
        output: z.null(),
        run: (call) => {
          seen.push(call)
          return null
        },
      }),
      'see',
    )
    await op.execute({ other: 'variable' }, services)
    expect(seen).toEqual([{ ...services, input: { count: 3 } }])
  })

  test('parses the result by the output', async () => {
    const op = operationOf(
      connector(definition).operation('a', {
        name: 'A',
        input: z.object({}),
        output: z.object({ at: z.string().default('now') }),
        run: () => ({}),
      }),
      'a',
    )
    expect(await op.execute({}, services)).toEqual({ at: 'now' })
  })

  test('reports a result that is not what was declared', async () => {
    const op = operationOf(
      connector(definition).operation('a', {
        name: 'A',
        input: z.object({}),
        output: z.object({ list: z.array(z.string().max(2)) }),
        run: () => ({ list: ['ok', 'wrong'] }),
      }),
      'a',
    )
    await expect(op.execute({}, services)).rejects.toMatchObject({
      name: 'DefinitionError',
      code: 'OUTPUT_INVALID',
    })
    await expect(op.execute({}, services)).rejects.toThrow('list[1]: ')
  })

  test('lets what run throws pass', async () => {
    const failure = new RangeError('boom')
    const op = operationOf(
      connector(definition).operation('a', {
        name: 'A',
        input: z.object({}),
        output: z.null(),
        run: () => Promise.reject(failure),
      }),
      'a',
    )
    await expect(op.execute({}, services)).rejects.toBe(failure)
  })
})

describe('input', () => {
  test('names each wrong field, on one line and without its value', async () => {
    const op = echo(z.object({ to: z.object({ port: z.number() }), name: z.string() }))
    const refused = op.execute({ to: { port: 'hunter2' } }, services)
    await expect(refused).rejects.toBeInstanceOf(InputError)
    await expect(refused).rejects.toMatchObject({ code: 'INPUT_INVALID' })
    await expect(refused).rejects.toThrow(/^((?!hunter2).)*to\.port: .*; name: ((?!hunter2).)*$/)
  })

  test.each([
    [z.object({ note: z.string().optional() }), { note: null }, {}],
    [z.object({ size: z.number().default(5) }), { size: null }, { size: 5 }],
    [z.object({ to: z.object({ cc: z.string().optional() }) }), { to: { cc: null } }, { to: {} }],
    [z.object({ list: z.array(z.string().optional()) }), { list: [null] }, { list: [undefined] }],
  ])('reads a null that the schema refuses as absent', async (schema, input, expected) => {
    expect(await echo(schema).execute(input, services)).toEqual(expected)
  })

  test('keeps a null that the schema accepts', async () => {
    const op = echo(z.object({ a: z.string().nullable().default('x'), b: z.unknown() }))
    expect(await op.execute({ a: null, b: null }, services)).toEqual({ a: null, b: null })
  })

  test('refuses null for what is required', async () => {
    await expect(echo(z.object({ a: z.string() })).execute({ a: null }, services)).rejects.toThrow(
      'a: ',
    )
  })

  test('refuses what is no object', async () => {
    await expect(echo(z.object({})).execute(null, services)).rejects.toBeInstanceOf(InputError)
  })

  test('keeps all digits of a large number', async () => {
    const id = JSON.rawJSON('12345678901234567890')
    const result = await echo(z.object({ id: z.unknown() })).execute({ id }, services)
    expect(JSON.stringify(result)).toBe('{"id":12345678901234567890}')
  })
})

describe('types', () => {
  test('follow from the schemas', () => {
    connector(definition).operation('typed', {
      name: 'Typed',
      input: z.object({ at: z.string().transform(Number), unit: z.enum(['c', 'f']).optional() }),
      output: z.object({ degrees: z.number(), place: z.string().default('here') }),
      run: ({ input, http: client, idempotencyKey, signal }) => {
        expectTypeOf(input).toEqualTypeOf<{ at: number; unit?: 'c' | 'f' | undefined }>()
        expectTypeOf(client).toEqualTypeOf<Http>()
        expectTypeOf(idempotencyKey).toBeString()
        expectTypeOf(signal).toEqualTypeOf<AbortSignal>()
        return { degrees: input.at }
      },
    })
  })

  test('refuse a result that is not the output', () => {
    connector(definition).operation('typed', {
      name: 'Typed',
      input: z.object({}),
      output: z.object({ degrees: z.number() }),
      // @ts-expect-error degrees is a number
      run: () => ({ degrees: 'warm' }),
    })
  })

  test('refuse a field setting that does not exist', () => {
    z.string().meta({ label: 'Name', control: 'text', feel: 'static' })
    // @ts-expect-error there is no such control
    z.string().meta({ control: 'slider' })
    // @ts-expect-error nor such a mode
    z.string().meta({ feel: 'sometimes' })
  })
})
