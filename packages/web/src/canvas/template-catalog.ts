import { isSupported, type ModelerKind } from '@tenon/bpmn'
import { elementTypeOf, isInbound, type ElementTemplate } from '@tenon/templates'

/** The templates that a modeler knows. They may come after the diagram. */
export class TemplateCatalog {
  #templates: readonly ElementTemplate[] = []

  set(templates: readonly ElementTemplate[]): void {
    this.#templates = templates
  }

  /** That of the version, else undefined. */
  find(id: string, version: number | undefined): ElementTemplate | undefined {
    return this.#templates.find((template) => template.id === id && template.version === version)
  }

  /** That of the newest version. */
  findLatest(id: string): ElementTemplate | undefined {
    return this.#templates
      .filter((template) => template.id === id)
      .toSorted((a, b) => (b.version ?? 0) - (a.version ?? 0))[0]
  }

  /** The newest version of each that makes something that Tenon runs, which no inbound connector is yet. */
  get offered(): readonly ElementTemplate[] {
    const ids = new Set(this.#templates.map(({ id }) => id))
    return [...ids]
      .flatMap((id) => this.findLatest(id) ?? [])
      .filter((template) => isSupported(kindMadeBy(template)) && !isInbound(template))
  }
}

/** What a new element with the template is. */
export const kindMadeBy = (template: ElementTemplate): ModelerKind =>
  elementTypeOf(template) ?? { type: template.appliesTo[0] ?? 'bpmn:Task' }
