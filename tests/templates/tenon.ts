import {
  applyTemplate,
  changeField,
  perform,
  readForm,
  readModel,
  removeTemplate,
  unlinkTemplate,
  type Change,
  type ElementTemplate,
  type Field,
  type ModdleElement,
  type ModelFile,
} from '@tenon/templates'
import type { Action, Outcome, Performer, Scenario, ShownField } from './scenario.ts'

/** @tenon/templates at work without a modeler. */
export class Tenon implements Performer {
  #scenario: Scenario | undefined
  #model: { readonly file: ModelFile; readonly element: ModdleElement } | undefined
  #applied: ElementTemplate | undefined

  /** Of the scenario at hand it goes on with the template that is applied. */
  async open(scenario: Scenario, xml: string): Promise<void> {
    if (scenario !== this.#scenario) this.#applied = undefined
    this.#scenario = scenario
    const file = await readModel(xml)
    const element = file.elementsById.get('element')
    if (element === undefined) throw new Error('The diagram has no element "element".')
    this.#model = { file, element }
  }

  async perform(action: Action): Promise<Outcome> {
    const { file, element } = this.#opened()
    perform(this.#changes(element, action))
    return { xml: await file.write(), fields: this.#shownFields(element) }
  }

  #changes(element: ModdleElement, action: Action): readonly Change[] {
    const applied = this.#applied
    switch (action.kind) {
      case 'open':
        return []
      case 'apply':
        return this.#apply(element, action.phase)
      case 'change':
        return change(element, applied, action)
      case 'unlink':
        this.#applied = undefined
        return unlinkTemplate(element)
      case 'remove':
        this.#applied = undefined
        return applied === undefined ? [] : removeTemplate(element, applied)
    }
  }

  #apply(element: ModdleElement, place: number): readonly Change[] {
    const phase = this.#scenario?.phases[place]
    if (phase === undefined) throw new Error(`The scenario has no phase ${place}.`)
    const { template, preset } = phase
    const previous = this.#applied
    this.#applied = template
    return applyTemplate(element, template, { previous, preset })
  }

  #shownFields(element: ModdleElement): readonly ShownField[] {
    const applied = this.#applied
    if (applied === undefined) return []
    return fieldsOf(element, applied).map(({ property, value }) => ({
      property: applied.properties.indexOf(property),
      ...(value !== undefined && { value }),
    }))
  }

  #opened() {
    if (this.#model === undefined) throw new Error('No diagram was opened.')
    return this.#model
  }
}

const change = (
  element: ModdleElement,
  template: ElementTemplate | undefined,
  { property, value }: Extract<Action, { kind: 'change' }>,
): readonly Change[] => {
  if (template === undefined) throw new Error('No template is applied.')
  const changed = template.properties[property]
  const field = fieldsOf(element, template).find((each) => each.property === changed)
  if (field === undefined) throw new Error(`The form does not show property ${property}.`)
  return changeField(element, template, field.id, value)
}

const fieldsOf = (element: ModdleElement, template: ElementTemplate): readonly Field[] =>
  readForm(element, template).groups.flatMap(({ fields }) => fields)
