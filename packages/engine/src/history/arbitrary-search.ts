import {
  entities,
  type Condition,
  type Entity,
  type Field,
  type Operator,
  type SearchRequest,
  type Sort,
} from '@tenon/orchestration'
import fc from 'fast-check'
import type { Sample, Value } from './naive-search.ts'

const operatorsOf: Readonly<Record<Field['kind'], readonly Operator[]>> = {
  string: ['$eq', '$neq', '$exists', '$in', '$notIn', '$like'],
  integer: ['$eq', '$neq', '$exists', '$in', '$notIn', '$gt', '$gte', '$lt', '$lte'],
  date: ['$eq', '$neq', '$exists', '$in', '$notIn', '$gt', '$gte', '$lt', '$lte'],
  key: ['$eq', '$neq', '$exists', '$in', '$notIn'],
  enum: ['$eq', '$neq', '$exists', '$in', '$like'],
  boolean: ['$eq'],
}

const patterns = fc
  .array(fc.constantFrom('*', '?', '\\*', '\\?', '\\\\', '[', ']', 'a', 'A', 'b', 'C', '💡', '"'), {
    maxLength: 4,
  })
  .map((parts) => parts.join(''))

const operand = (
  operator: Operator,
  values: fc.Arbitrary<Value>,
): fc.Arbitrary<Condition['value']> => {
  if (operator === '$exists') return fc.boolean()
  if (operator === '$like') return patterns
  return operator === '$in' || operator === '$notIn' ? fc.array(values, { maxLength: 3 }) : values
}

const unknownValues: Readonly<Record<Field['kind'], Value>> = {
  ...{ string: 'other', integer: 99, date: '2026-11-22T08:00:00Z' },
  ...{ key: '9223372036854775807', enum: 'UNKNOWN', boolean: true },
}

const condition = (entity: Entity, samples: readonly Sample[]): fc.Arbitrary<Condition> =>
  fc.constantFrom(...Object.entries(entities[entity])).chain(([field, { kind }]) => {
    const present = samples.flatMap(({ fields }) => fields[field] ?? [])
    const values = fc.constantFrom<Value>(unknownValues[kind], ...present)
    return fc
      .constantFrom(...operatorsOf[kind])
      .chain((operator) =>
        operand(operator, values).map((value): Condition => ({ field, operator, value })),
      )
  })

const sorts = (entity: Entity): fc.Arbitrary<readonly Sort[]> =>
  fc.uniqueArray(
    fc.record({
      field: fc.constantFrom(
        ...Object.keys(entities[entity]).filter((name) => entities[entity][name]?.sort),
      ),
      order: fc.constantFrom('ASC' as const, 'DESC' as const),
    }),
    { maxLength: 3, selector: ({ field }) => field },
  )

/** Rows, and a request whose filter knows their values. */
export const searchOf = (
  entity: Entity,
  rows: fc.Arbitrary<readonly Sample[]>,
): fc.Arbitrary<{
  readonly samples: readonly Sample[]
  readonly request: SearchRequest & { readonly page: { readonly from: number } }
}> =>
  rows.chain((samples) =>
    fc.record({
      samples: fc.constant(samples),
      request: fc.record({
        filter: fc.array(condition(entity, samples), { maxLength: 2 }),
        sort: sorts(entity),
        page: fc.record({ limit: fc.integer({ min: 1, max: 5 }), from: fc.nat(8) }),
      }),
    }),
  )
