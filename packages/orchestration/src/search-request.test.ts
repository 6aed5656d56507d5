import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { entities, type Entity } from './entities.ts'
import { OrchestrationError } from './errors.ts'
import { parseJson } from './parse-json.ts'
import { pageLimitMax, parseSearchRequest } from './search-request.ts'

const refusal = (entity: Entity, body: unknown): string => {
  try {
    parseSearchRequest(entity, body)
  } catch (error) {
    if (error instanceof OrchestrationError && error.code === 'INVALID_ARGUMENT') {
      return error.message
    }
    throw error
  }
  return 'accepted'
}

const filterOf = (entity: Entity, filter: unknown) => parseSearchRequest(entity, { filter }).filter

describe('parseSearchRequest', () => {
  it.each([[undefined], [null], [{}], [{ filter: {}, sort: [], page: {} }], [{ filter: null }]])(
    'searches for all with the body %j',
    (body) => {
      expect(parseSearchRequest('incidents', body)).toEqual({
        filter: [],
        sort: [],
        page: { limit: 100 },
      })
    },
  )

  it.each([[[]], ['text'], [7], [parseJson('12345678901234567890')]])(
    'refuses the body %j',
    (body) => {
      expect(refusal('incidents', body)).toContain('must be an object')
    },
  )

  it('refuses an unknown property by name', () => {
    expect(refusal('incidents', { size: 3 })).toContain('"size"')
    expect(refusal('incidents', parseJson('{"__proto__":{}}'))).toContain('"__proto__"')
  })

  describe('filter', () => {
    it('reads a plain value as equality', () => {
      expect(filterOf('process-instances', { state: 'ACTIVE', hasIncident: true })).toEqual([
        { field: 'state', operator: '$eq', value: 'ACTIVE' },
        { field: 'hasIncident', operator: '$eq', value: true },
      ])
    })

    it('reads several operators of a field as conditions that must all hold', () => {
      const filter = { processDefinitionVersion: { $gte: 2, $lt: 5 } }
      expect(filterOf('process-instances', filter)).toEqual([
        { field: 'processDefinitionVersion', operator: '$gte', value: 2 },
        { field: 'processDefinitionVersion', operator: '$lt', value: 5 },
      ])
    })

    it('reads lists, patterns and existence', () => {
      const filter = {
        incidentKey: { $notIn: ['1', '-2'] },
        errorMessage: { $like: 'time*' },
        jobKey: { $exists: false },
      }
      expect(filterOf('incidents', filter).map(({ operator, value }) => [operator, value])).toEqual(
        [
          ['$notIn', ['1', '-2']],
          ['$like', 'time*'],
          ['$exists', false],
        ],
      )
    })

    it.each([
      ['2026-11-22T05:10:00+01:00', '2026-11-22T04:10:00.000Z'],
      ['2026-11-22t05:10:00.123456789z', '2026-11-22T05:10:00.123Z'],
    ])('reads the date %s in UTC', (value, utc) => {
      expect(filterOf('incidents', { creationTime: { $gt: value } })[0]?.value).toBe(utc)
    })

    it.each([['2026-02-30T00:00:00Z'], ['2026-11-22'], ['2026-11-22T05:10:00'], ['soon'], [5]])(
      'refuses the date %j',
      (value) => {
        expect(refusal('incidents', { filter: { creationTime: value } })).toContain('creationTime')
      },
    )

    it.each([[5], ['abc'], [''], ['1.0'], ['9223372036854775808'], ['1'.repeat(26)], [null]])(
      'refuses the key %j',
      (value) => {
        expect(refusal('incidents', { filter: { jobKey: value } })).toContain('"jobKey"')
      },
    )

    it('accepts the largest and the smallest key', () => {
      const keys = ['9223372036854775807', '-9223372036854775808']
      expect(filterOf('incidents', { jobKey: { $in: keys } })[0]?.value).toEqual(keys)
    })

    it.each<[Entity, object, string]>([
      ['incidents', { nothing: 1 }, '"nothing"'],
      ['incidents', { toString: 'x' }, '"toString"'],
      ['incidents', { rootProcessInstanceKey: '1' }, '"rootProcessInstanceKey"'],
      ['incidents', { state: 'GONE' }, "'state'"],
      ['incidents', { state: { $notIn: ['ACTIVE'] } }, '"$notIn"'],
      ['incidents', { jobKey: { $like: '1*' } }, '"$like"'],
      ['incidents', { elementId: { $gt: 'a' } }, '"$gt"'],
      ['incidents', { elementId: { $in: 'a' } }, '"$in"'],
      ['incidents', { elementId: { $in: Array(1001).fill('a') } }, '"$in"'],
      ['incidents', { elementId: { $exists: 1 } }, '"$exists"'],
      ['incidents', { elementId: { $like: 1 } }, '"$like"'],
      ['incidents', { elementId: {} }, '"elementId"'],
      ['incidents', { elementId: [] }, '"elementId"'],
      ['process-definitions', { version: { $gt: 1 } }, '"version"'],
      ['process-definitions', { version: 1.5 }, '"version"'],
      ['process-definitions', { isLatestVersion: 'true' }, '"isLatestVersion"'],
      ['process-instances', { hasIncident: { $eq: true } }, '"hasIncident"'],
    ])('refuses to filter %s by %j', (entity, filter, named) => {
      expect(refusal(entity, { filter })).toContain(named)
    })

    it.each(['$or', 'variables', 'tags', 'errorMessage', 'elementId', 'batchOperationKey'])(
      'says that process instances are not filtered by %s yet',
      (name) => {
        expect(refusal('process-instances', { filter: { [name]: [] } })).toContain(
          `Tenon does not filter process-instances by "${name}" yet`,
        )
      },
    )
  })

  describe('sort', () => {
    it('sorts ascending unless told otherwise', () => {
      const sort = [{ field: 'name' }, { field: 'version', order: 'DESC' }]
      expect(parseSearchRequest('process-definitions', { sort }).sort).toEqual([
        { field: 'name', order: 'ASC' },
        { field: 'version', order: 'DESC' },
      ])
    })

    it.each([
      [{ field: 'errorMessage' }, '"errorMessage"'],
      [{ field: '__proto__' }, '"__proto__"'],
      [{}, 'no field'],
      [{ field: 'state', order: 'asc' }, "'order'"],
      [{ field: 'state', direction: 'ASC' }, '"direction"'],
      ['state', '"sort"'],
    ])('refuses to sort by %j', (item, named) => {
      expect(refusal('incidents', { sort: [item] })).toContain(named)
    })

    it('refuses to sort by a field twice', () => {
      const sort = [{ field: 'state' }, { field: 'state', order: 'DESC' }]
      expect(refusal('incidents', { sort })).toContain('twice')
    })
  })

  describe('page', () => {
    it.each([
      [{ limit: 1 }, { limit: 1 }],
      [{ limit: pageLimitMax }, { limit: pageLimitMax }],
      [{ from: 0 }, { limit: 100, from: 0 }],
      [
        { from: null, after: 'YWI=' },
        { limit: 100, after: 'YWI=' },
      ],
      [
        { before: 'YWJj', limit: 2 },
        { limit: 2, before: 'YWJj' },
      ],
    ])('reads %j', (page, expected) => {
      expect(parseSearchRequest('variables', { page }).page).toEqual(expected)
    })

    it.each([
      [{ limit: 0 }, 'limit'],
      [{ limit: pageLimitMax + 1 }, 'limit'],
      [{ limit: 1.5 }, 'limit'],
      [{ limit: '10' }, 'limit'],
      [{ from: -1 }, 'from'],
      [{ from: 1, after: 'YWI=' }, 'from and after'],
      [{ before: 'YWI=', after: 'YWI=' }, 'after and before'],
      [{ after: 'not base64' }, 'after'],
      [{ after: 1 }, 'after'],
      [{ offset: 1 }, '"offset"'],
    ])('refuses %j', (page, named) => {
      expect(refusal('variables', { page })).toContain(named)
    })
  })

  it('answers any JSON with a request of known fields or INVALID_ARGUMENT', () => {
    const names = fc.constantFrom('state', 'jobKey', 'elementId', '$or', '$eq', '$in', '__proto__')
    const value = fc.oneof(fc.jsonValue(), fc.dictionary(names, fc.jsonValue()))
    const anyBody = fc.record({ filter: fc.dictionary(names, value), sort: value, page: value })
    fc.assert(
      fc.property(
        anyBody,
        fc.constantFrom<Entity>('incidents', 'process-instances'),
        (body, entity) => {
          if (refusal(entity, body) !== 'accepted') return
          for (const { field } of parseSearchRequest(entity, body).filter) {
            expect(Object.hasOwn(entities[entity], field)).toBe(true)
          }
        },
      ),
    )
  })
})
