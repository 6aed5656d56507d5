import { describe, expect, it } from 'vitest'
import { BpmnError } from './errors.ts'
import { readXml, xmlLimits } from './read-xml.ts'

const refusal = (xml: string): string => {
  try {
    readXml(xml)
  } catch (error) {
    if (error instanceof BpmnError) return `${error.code} ${error.message}`
    throw error
  }
  return 'accepted'
}

describe('readXml', () => {
  it('reads names, lines, attributes and text', () => {
    const root = readXml(
      [
        '<?xml version="1.0"?><!-- <no> -->',
        '<a>',
        '  <![CDATA[<x>&amp;]]>',
        '  <b\r\n one="1&#10;&lt;2"',
        '  ></b>&#128640;',
        '<c/></a>',
      ].join('\n'),
    )
    expect(root).toMatchObject({ name: 'a', line: 2 })
    expect(root.text).toContain('<x>&amp;')
    expect(root.text).toContain('🚀')
    expect(root.children.map(({ name, line }) => [name, line])).toEqual([
      ['b', 4],
      ['c', 7],
    ])
    expect(root.children[0]?.attributes.get('one')).toBe('1\n<2')
  })

  it('gives BPMN names the same prefix whatever the file calls it', () => {
    const root = readXml(
      '<x:process xmlns:x="http://www.omg.org/spec/BPMN/20100524/MODEL" id="a"/>',
    )
    expect(root.name).toBe('bpmn:process')
    expect(readXml('<bpmn:a xmlns:bpmn="http://example.com"/>').name).not.toBe('bpmn:a')
  })

  it('turns a literal line end within an attribute into a blank, as XML does', () => {
    expect(readXml('<a b="1\r\n2\t3"/>').attributes.get('b')).toBe('1 2 3')
  })

  it('keeps __proto__ a name as any other', () => {
    const root = readXml('<a __proto__="x" constructor="y"><__proto__/></a>')
    expect(root.children[0]?.name).toBe('__proto__')
    expect(root.attributes.get('constructor')).toBe('y')
    expect({}).not.toHaveProperty('x')
  })

  it.each([
    ['', 'XML_INVALID line 1: '],
    ['no markup', 'XML_INVALID line 1: '],
    ['<a>\n<b></a>', 'XML_INVALID line 2: '],
    ['<a>\n<b>\n', 'XML_INVALID line 2: The XML is not well-formed: <b> is not closed.'],
    ['<a/>\n<b/>', 'XML_INVALID line 2: '],
    ['<a/>\ntext', 'XML_INVALID line 1: '],
    ['<a/>\n<![CDATA[text]]>', 'XML_INVALID line 2: '],
    ['<a>\n<b c=d/></a>', 'XML_INVALID line 2: '],
    ['<a>\n<b c="1" c="2"/></a>', 'XML_INVALID line 2: '],
    ['<a>\n<b c="<"/></a>', 'XML_INVALID line 2: '],
    ['<a>\n<b c="&e;"/></a>', 'XML_INVALID line 2: '],
    ['<a>\n<b>&#0;</b></a>', 'XML_INVALID line 2: '],
    ['<a>\n<b>&#x110000;</b></a>', 'XML_INVALID line 2: '],
    ['<a>\n<b>R&D</b></a>', 'XML_INVALID line 2: '],
    ['<a>\n<x:b/></a>', 'XML_INVALID line 2: '],
    ['<a>\n\u0001</a>', 'XML_INVALID line 2: '],
    ['<a>\n\uD800</a>', 'XML_INVALID line 2: '],
    ['<a>\n<!-- </a>', 'XML_INVALID line 2: '],
    ['<a>\n<b', 'XML_INVALID line 2: '],
    ['\n<!DOCTYPE a><a/>', 'XML_DOCTYPE line 2: '],
    ['<!doctype a [<!ENTITY e "x">]><a>&e;</a>', 'XML_DOCTYPE line 1: '],
    ['<a>\n<!ENTITY e "x"></a>', 'XML_INVALID line 2: '],
  ])('refuses %j', (xml, expected) => {
    expect(refusal(xml)).toContain(expected)
  })
})

describe('the limits of readXml', () => {
  const ofBytes = (bytes: number) => `<a>${'x'.repeat(bytes - 7)}</a>`
  const ofElements = (count: number) => `<a>${'<b/>'.repeat(count - 1)}</a>`
  const ofDepth = (depth: number) => '<a>'.repeat(depth) + '</a>'.repeat(depth)

  it.each([
    ['bytes', ofBytes, '5000001 bytes'],
    ['elements', ofElements, 'more than 50000 elements'],
    ['depth', ofDepth, 'deeper than 256 levels'],
  ] as const)('%s: at the limit, one over, ten times over', (limit, build, message) => {
    const most = xmlLimits[limit]
    expect(refusal(build(most))).toBe('accepted')
    expect(refusal(build(most + 1))).toContain(message)
    expect(refusal(build(most * 10))).toMatch(/^XML_TOO_LARGE/)
  })

  it('counts bytes, not characters', () => {
    expect(refusal(`<a>${'ü'.repeat(xmlLimits.bytes / 2)}</a>`)).toContain('5000007 bytes')
  })
})
