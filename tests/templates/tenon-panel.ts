import type { ElementTemplate } from '@tenon/templates'
import type { Locator, Page } from 'playwright-core'
import { z } from 'zod'
import { enter } from './panel-field.ts'
import type { Action, Scenario, ShownField, Step } from './scenario.ts'

const model = z.object({ xml: z.string() })

/** The panel of the app, used as a person does. */
export class TenonPanel {
  readonly #page: Page
  readonly #errors: Error[] = []

  private constructor(page: Page) {
    this.#page = page
    page.on('pageerror', (error) => this.#errors.push(error))
  }

  /** In a page that shows the models. */
  static async open(page: Page): Promise<TenonPanel> {
    page.setDefaultTimeout(10_000)
    await page.goto('/models')
    return new TenonPanel(page)
  }

  /**
   * Opens the model with the scenario's name, in which the only element is selected, does what was
   * recorded, and gives what was saved.
   */
  async configure(scenario: Scenario, steps: readonly Step[]): Promise<string> {
    const [phase] = scenario.phases
    if (phase === undefined) throw new Error(`${scenario.name} has no template.`)
    await this.#page.getByRole('link', { name: scenario.name, exact: true }).click()
    await this.#choose(phase.template)
    for (const [place, { action }] of steps.entries())
      if (action.kind === 'change')
        await this.#change(phase.template, steps[place - 1]?.fields ?? [], action)
    const xml = await this.#saved()
    if (this.#errors.length > 0) throw new AggregateError(this.#errors, scenario.name)
    return xml
  }

  async #choose({ name, description = '' }: ElementTemplate): Promise<void> {
    await this.#page.getByRole('button', { name: 'Choose a connector' }).click()
    await this.#page.getByRole('searchbox').fill(name)
    await this.#page
      .getByRole('listitem')
      .filter({ has: this.#page.getByText(name, { exact: true }) })
      .filter({ hasText: description })
      .click()
    await this.#page.getByRole('heading', { name, exact: true }).waitFor()
  }

  async #change(
    template: ElementTemplate,
    shown: readonly ShownField[],
    { property: place, value }: Extract<Action, { kind: 'change' }>,
  ): Promise<void> {
    const property = template.properties[place]
    if (property === undefined) throw new Error(`${template.id} has no property ${place}.`)
    const alike = shown
      .flatMap((each) => template.properties[each.property] ?? [])
      .filter((each) => each.group === property.group && each.label === property.label)
    const group = await this.#openGroup(groupLabel(template, property.group))
    const control = group
      .getByLabel(textOf(property.label ?? 'Field', '(required)?'))
      .nth(alike.indexOf(property))
    await enter({ control, property }, value)
  }

  async #openGroup(label: string): Promise<Locator> {
    const heading = this.#page
      .locator('h3')
      .filter({ hasText: textOf(label, String.raw`(Set|\d+ problems?)?`) })
    const button = heading.getByRole('button')
    if ((await button.getAttribute('aria-expanded')) === 'false') await button.click()
    return this.#page.locator('section').filter({ has: heading })
  }

  /** Goes back to the models, too. */
  async #saved(): Promise<string> {
    await this.#page.locator('[role="status"][data-state="saved"]').waitFor()
    const path = new URL(this.#page.url()).pathname
    const response = await this.#page.request.get(`/api${path}`)
    await this.#page.getByRole('link', { name: 'Models', exact: true }).click()
    return model.parse(await response.json()).xml
  }
}

const groupLabel = ({ groups = [] }: ElementTemplate, id: string | undefined): string =>
  groups.find((group) => group.id === id)?.label ?? 'More'

/** The text of a label or heading, which may go on with something of the app. */
const textOf = (text: string, rest: string): RegExp =>
  new RegExp(String.raw`^\s*${RegExp.escape(text.trim())}\s*${rest}\s*$`, 'u')
