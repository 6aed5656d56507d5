import type { Outcome } from './scenario.ts'

const generated = [
  /<bpmn:(?:message|signal) id="([^"]+)"/g,
  /\b([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\b/g,
]

/** Gives ids that were drawn at random numbers instead, the same for one id as long as it lives. */
export class Numbering {
  readonly #numbers: Map<string, string>

  constructor(known: Iterable<readonly [string, string]> = []) {
    this.#numbers = new Map(known)
  }

  copy(): Numbering {
    return new Numbering(this.#numbers)
  }

  /** The model without its diagram, which templates do not touch, and what the form shows. */
  comparable({ xml, fields }: Outcome): string {
    const model = xml
      .replace(/ *<bpmndi:BPMNDiagram[^]*<\/bpmndi:BPMNDiagram>\n/, '')
      // The modeler gives an event that gets its first template a new definition.
      .replace(/(?<=<bpmn:\w+EventDefinition id=")[^"]+/, 'definition')
    const form = fields
      .toSorted((one, other) => one.property - other.property)
      .map(({ property, value }) => `field ${property}: ${JSON.stringify(value) ?? 'empty'}\n`)
    return this.#number(model + form.join(''))
  }

  #number(text: string): string {
    for (const pattern of generated)
      for (const [, id = ''] of text.matchAll(pattern))
        if (!this.#numbers.has(id)) this.#numbers.set(id, `"generated ${this.#numbers.size}"`)
    return [...this.#numbers].reduce(
      (numbered, [id, number]) => numbered.replaceAll(`"${id}"`, number),
      text,
    )
  }
}
