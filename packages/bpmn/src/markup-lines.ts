/**
 * The lines of the tags in an XML text, asked for one after the other. saxen tells a line only by
 * counting from the start of the file, which for each of 50,000 elements would take minutes.
 */
export class MarkupLines {
  readonly #xml: string
  #position = 0
  #line = 1
  /** Where the line ends: searched for once a line, since a file may be a single long one. */
  #lineEnd: number

  constructor(xml: string) {
    this.#xml = xml
    this.#lineEnd = this.#lineEndFrom(0)
  }

  /** Steps over the next `<` and tells its line, from 1. */
  next(): number {
    const start = this.#xml.indexOf('<', this.#position)
    this.#countTo(start)
    this.#position = start + 1
    return this.#line
  }

  /** The same for what may hold others up to its end: a comment, a CDATA section. */
  skip(end: string): number {
    const line = this.next()
    this.#position = this.#xml.indexOf(end, this.#position) + end.length
    return line
  }

  #countTo(position: number): void {
    while (this.#lineEnd < position) {
      this.#line += 1
      this.#lineEnd = this.#lineEndFrom(this.#lineEnd + 1)
    }
  }

  #lineEndFrom(position: number): number {
    const end = this.#xml.indexOf('\n', position)
    return end === -1 ? this.#xml.length : end
  }
}
