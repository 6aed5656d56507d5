import { describe, expect, it } from 'vitest'
import { definitionsKey, engineKey, isTouchedBy, modelsKey, requestKey } from './query-keys.ts'

const change = { processInstanceKeys: ['17'], hasNewDefinitions: false, all: false }

describe('isTouchedBy', () => {
  it('finds what is about the Request that changed, and about many Requests', () => {
    expect(isTouchedBy(requestKey('17', 'variables'), change)).toBe(true)
    expect(isTouchedBy(engineKey('incidents'), change)).toBe(true)
  })

  it('leaves what is about another Request, about definitions or models', () => {
    expect(isTouchedBy(requestKey('18', 'variables'), change)).toBe(false)
    expect(isTouchedBy(definitionsKey('latest'), change)).toBe(false)
    expect(isTouchedBy(modelsKey('list'), change)).toBe(false)
  })

  it('finds definitions when there are new ones, and nothing else', () => {
    const deployed = { processInstanceKeys: [], hasNewDefinitions: true, all: false }
    expect(isTouchedBy(definitionsKey('latest'), deployed)).toBe(true)
    expect(isTouchedBy(engineKey('process-instances'), deployed)).toBe(false)
  })

  it('finds all of the engine, but no model, when it is not known what changed', () => {
    const unknown = { processInstanceKeys: [], hasNewDefinitions: false, all: true }
    expect(isTouchedBy(requestKey('18'), unknown)).toBe(true)
    expect(isTouchedBy(engineKey('process-instances'), unknown)).toBe(true)
    expect(isTouchedBy(definitionsKey('xml', '9'), unknown)).toBe(true)
    expect(isTouchedBy(modelsKey('list'), unknown)).toBe(false)
  })
})
