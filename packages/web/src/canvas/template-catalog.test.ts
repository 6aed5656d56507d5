import type { ElementTemplate } from '@tenon/templates'
import { describe, expect, it } from 'vitest'
import { TemplateCatalog } from './template-catalog.ts'

const template = (id: string, version: number, type = 'bpmn:ServiceTask'): ElementTemplate => ({
  id,
  version,
  name: `${id} ${version}`,
  appliesTo: ['bpmn:Task'],
  elementType: { value: type },
  properties: [],
})

describe('the template catalog', () => {
  it('offers the newest version of each template', () => {
    const catalog = new TemplateCatalog()
    catalog.set([template('mail', 2), template('rest', 1), template('mail', 10)])
    expect(catalog.offered.map(({ name }) => name)).toEqual(['mail 10', 'rest 1'])
  })

  it('does not offer what makes an element that does not run', () => {
    const catalog = new TemplateCatalog()
    catalog.set([template('review', 1, 'bpmn:UserTask')])
    expect(catalog.offered).toEqual([])
  })

  it('finds the version that an element has', () => {
    const catalog = new TemplateCatalog()
    catalog.set([template('mail', 2), template('mail', 10)])
    expect(catalog.find('mail', 2)?.name).toBe('mail 2')
    expect(catalog.find('mail', 3)).toBeUndefined()
  })
})
