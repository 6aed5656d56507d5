import { describe, expect, it } from 'vitest'
import { installedTemplate } from './installed-template.ts'

const template = (version: number | undefined) => ({
  name: 'Any',
  id: 'any',
  appliesTo: ['bpmn:Task'],
  properties: [],
  ...(version !== undefined && { version }),
})

const versionsFor = (version: number | undefined, installed: readonly (number | undefined)[]) => {
  const reference = { id: 'any', version }
  const { template: same, update } = installedTemplate(installed.map(template), reference)
  return [same === undefined ? undefined : (same.version ?? null), update?.version]
}

describe('installedTemplate', () => {
  it.each([
    ['the version of the element', 2, [1, 2], [2, undefined]],
    ['that a newer one waits', 1, [1, 2, 3], [1, 3]],
    ['that only a newer one is there', 1, [2], [undefined, 2]],
    ['that only an older one is there', 2, [1], [undefined, undefined]],
    ['that none is there', 1, [], [undefined, undefined]],
    ['templates without a version', undefined, [undefined], [null, undefined]],
    ['that a version comes after none', undefined, [undefined, 0], [null, 0]],
  ])('tells %s', (_, version, installed, expected) => {
    expect(versionsFor(version, installed)).toEqual(expected)
  })
})
