import { Parser } from 'saxen'
import { decodeText } from './decode-text.ts'
import { BpmnError } from './errors.ts'
import type { BpmnErrorCode } from './errors.ts'
import { MarkupLines } from './markup-lines.ts'
import { namespaces } from './xml-element.ts'
import type { XmlElement } from './xml-element.ts'

/** What a file may have at most, so that none can hold up the others. */
export const xmlLimits = { bytes: 5_000_000, elements: 50_000, depth: 256 } as const

/**
 * The root element of an XML file, read in one pass whose time grows with the size only.
 * Throws `BpmnError` at the first thing wrong, since after it nothing can be trusted.
 */
export const readXml = (xml: string): XmlElement => {
  refuseBytes(xml)
  refuseCharacters(xml)
  return new XmlReader(xml).read()
}

/** An element while it is read. */
interface OpenElement extends XmlElement {
  readonly children: OpenElement[]
  text: string
}

class XmlReader {
  readonly #xml: string
  readonly #lines: MarkupLines
  readonly #open: OpenElement[] = []
  #root: OpenElement | null = null
  #elementCount = 0

  constructor(xml: string) {
    this.#xml = xml
    this.#lines = new MarkupLines(xml)
  }

  read(): XmlElement {
    new Parser()
      .ns(namespaces)
      .on('openTag', (name, readAttributes) => this.#openTag(name, readAttributes))
      .on('closeTag', (_name, _decode, selfClosing) => this.#closeTag(selfClosing))
      .on('text', (raw) => this.#text(raw))
      .on('cdata', (raw) => this.#cdata(raw))
      .on('comment', () => this.#lines.skip('-->'))
      .on('question', () => this.#lines.skip('?>'))
      .on('attention', (raw, _decode, getContext) => refuseMarkup(raw, getContext().line + 1))
      // saxen goes on after what it warns of, with a part of the file left out.
      .on('warn', (error, getContext) =>
        refuse('XML_INVALID', getContext().line + 1, error.message),
      )
      .on('error', (error, getContext) => this.#refuseAt(getContext().line + 1, error.message))
      .parse(this.#xml)
    return this.#root ?? refuse('XML_INVALID', 1, 'the file has no element')
  }

  #openTag(name: string, readAttributes: () => Readonly<Record<string, string>>): void {
    const line = this.#lines.next()
    const parent = this.#open.at(-1) ?? null
    const attributes = decodeAttributes(readAttributes(), line)
    const element: OpenElement = { name, line, parent, attributes, children: [], text: '' }
    this.#place(element, parent)
    this.#open.push(element)
    this.#refuseSize(line)
  }

  #place(element: OpenElement, parent: OpenElement | null): void {
    if (parent !== null) parent.children.push(element)
    else if (this.#root === null) this.#root = element
    else refuse('XML_INVALID', element.line, 'there is a second root element')
  }

  /** saxen closes `<a/>` too, for which there is no tag to step over. */
  #closeTag(selfClosing: boolean): void {
    if (!selfClosing) this.#lines.next()
    this.#open.pop()
  }

  #text(raw: string): void {
    const element = this.#open.at(-1)
    if (element === undefined || raw.trim() === '') return
    const text = decodeText(raw.replaceAll('\r\n', '\n'))
    element.text += text ?? refuse('XML_INVALID', element.line, badReference(element.name))
  }

  #cdata(raw: string): void {
    const line = this.#lines.skip(']]>')
    const element = this.#open.at(-1)
    if (element === undefined) refuse('XML_INVALID', line, 'there is text outside the root element')
    else element.text += raw
  }

  #refuseSize(line: number): void {
    this.#elementCount += 1
    const { elements, depth } = xmlLimits
    if (this.#elementCount > elements) {
      refuse('XML_TOO_LARGE', line, `The file has more than ${elements} elements. Split the model.`)
    }
    if (this.#open.length > depth) {
      refuse('XML_TOO_LARGE', line, `Elements are nested deeper than ${depth} levels.`)
    }
  }

  /** At the end of the file the tag that was left open is the place to look at. */
  #refuseAt(line: number, reason: string): never {
    const unclosed = reason === 'unexpected end of file' ? this.#open.at(-1) : undefined
    if (unclosed === undefined) return refuse('XML_INVALID', line, reason)
    return refuse('XML_INVALID', unclosed.line, `<${unclosed.name}> is not closed`)
  }
}

const decodeAttributes = (
  raw: Readonly<Record<string, string>>,
  line: number,
): ReadonlyMap<string, string> => {
  const entries = Object.entries(raw).map(([name, value]): [string, string] => {
    if (value.includes('<')) refuse('XML_INVALID', line, `the value of ${name} has a <`)
    // XML turns line ends within a value into blanks; those meant are written `&#10;`.
    const decoded = decodeText(value.replaceAll(/\r\n|[\t\n\r]/g, ' '))
    return [name, decoded ?? refuse('XML_INVALID', line, badReference(name))]
  })
  return new Map(entries)
}

const badReference = (name: string): string =>
  `the text of ${name} has an & that starts no known character. Write &amp;`

const refuseBytes = (xml: string): void => {
  const bytes = new TextEncoder().encode(xml).byteLength
  if (bytes <= xmlLimits.bytes) return
  const message = `The file has ${bytes} bytes; ${xmlLimits.bytes} are allowed. Split the model.`
  refuse('XML_TOO_LARGE', null, message)
}

/** All but the characters of XML 1.0, among them halves of a surrogate pair. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u

const refuseCharacters = (xml: string): void => {
  const position = xml.search(FORBIDDEN)
  if (position === -1) return
  const line = xml.slice(0, position).split('\n').length
  const code = xml.charCodeAt(position).toString(16).padStart(4, '0')
  refuse('XML_INVALID', line, `the character U+${code} is not allowed`)
}

const refuseMarkup = (raw: string, line: number): never =>
  /^<!doctype/i.test(raw)
    ? refuse('XML_DOCTYPE', line, 'The file has a DOCTYPE. Remove it.')
    : refuse('XML_INVALID', line, `${raw.slice(0, 20)} is not known`)

const refuse = (code: BpmnErrorCode, line: number | null, reason: string): never => {
  const message = code === 'XML_INVALID' ? `The XML is not well-formed: ${reason}.` : reason
  throw new BpmnError([{ code, elementId: null, line, message }])
}
