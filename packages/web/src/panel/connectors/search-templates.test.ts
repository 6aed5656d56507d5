import type { ElementTemplate } from '@tenon/templates'
import { describe, expect, it } from 'vitest'
import { searchTemplates } from './search-templates.ts'

const template = (name: string, more: Partial<ElementTemplate> = {}): ElementTemplate => ({
  name,
  id: name,
  appliesTo: ['bpmn:Task'],
  properties: [],
  ...more,
})

const templates = [
  template('Send mail', { description: 'Over SMTP' }),
  template('Mail box', { keywords: ['imap', 'inbox'] }),
  template('Queue', { category: { id: 'messaging', name: 'Messaging' } }),
]

describe('searchTemplates', () => {
  it.each([
    ['nothing', '', ['Send mail', 'Mail box', 'Queue']],
    ['a name, those that start with it first', 'mail', ['Mail box', 'Send mail']],
    ['a description', 'smtp', ['Send mail']],
    ['a keyword', 'IMAP', ['Mail box']],
    ['a category', 'messag', ['Queue']],
    ['several words, wherever they stand', 'inbox mail', ['Mail box']],
    ['what is nowhere', 'fax', []],
  ])('finds by %s', (_, search, expected) => {
    expect(searchTemplates(templates, search).map(({ name }) => name)).toEqual(expected)
  })
})
