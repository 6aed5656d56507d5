import { describe, expect, it } from 'vitest'
import { piecesOf } from './text-pieces.ts'

const text = (content: string) => ({ kind: 'text', text: content })
const link = (href: string, content: string) => ({ kind: 'link', text: content, href })

describe('piecesOf', () => {
  it.each([
    ['plain text', 'Just text', [text('Just text')]],
    [
      'a link',
      'See <a target="_blank" href="https://example.com/a?b=1&amp;c=2">the guide</a>.',
      [text('See '), link('https://example.com/a?b=1&c=2', 'the guide'), text('.')],
    ],
    [
      'a link in single quotes',
      "<a href='http://a.example'>a</a>",
      [link('http://a.example', 'a')],
    ],
    ['emphasis, as text', 'Use <code>a.b</code> &amp; <b>c</b>', 'Use a.b & c'],
    ['lines', 'One<br/>two<ul><li>three</li></ul>', 'One|two|three'],
    ['what looks like a tag', 'put it in <thinking> tags', 'put it in <thinking> tags'],
  ])('reads %s', (_, html, expected) => {
    const pieces = piecesOf(html)
    const flat = pieces.map((piece) => (piece.kind === 'break' ? '|' : piece.text)).join('')
    if (typeof expected === 'string') expect(flat).toBe(expected)
    else expect(pieces).toEqual(expected)
  })

  it.each([
    '<a href="javascript:alert(1)">press</a>',
    '<a href=" java&#39;script:alert(1)">press</a>',
    '<img src=x onerror=alert(1)>',
    '<script>alert(1)</script>',
    '<a href="data:text/html,x">press</a>',
  ])('makes no link of %s', (html) => {
    expect(piecesOf(html).every(({ kind }) => kind === 'text')).toBe(true)
  })
})
