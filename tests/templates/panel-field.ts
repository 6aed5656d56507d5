import type { FieldValue, TemplateProperty } from '@tenon/templates'
import type { Locator } from 'playwright-core'

/** A field of the panel, by its control: a text, a FEEL editor, a switch or a list. */
export interface PanelField {
  readonly control: Locator
  readonly property: TemplateProperty
}

/** Enters a value by mouse and keyboard, and leaves the field. */
export const enter = async (field: PanelField, value: FieldValue): Promise<void> => {
  const { control, property } = field
  await control.waitFor()
  if (isExpression(value)) await enterExpression(field, value)
  else {
    if (property.feel === 'optional' && value !== undefined) await leaveExpression(control)
    if (property.type === 'Boolean') await turn(control, value)
    else if (property.type === 'Dropdown') await choose(field, value)
    else await rewrite(control, value === undefined ? '' : String(value))
  }
  await control.page().keyboard.press('Tab')
}

const isExpression = (value: FieldValue): value is string =>
  typeof value === 'string' && value.startsWith('=')

/** In a text, the sign makes it an expression; elsewhere the button beside the label does. */
const enterExpression = async ({ control, property }: PanelField, value: string): Promise<void> => {
  if (await isEditor(control)) return rewrite(control, value.slice(1))
  const isTyped = property.type !== 'Boolean' && property.type !== 'Dropdown'
  if (isTyped) return rewrite(control, value)
  await feelButton(control).click()
  await rewrite(editorIn(control), value.slice(1))
}

/** By the keyboard: an editor may not see that a script has selected its text. */
const rewrite = async (control: Locator, text: string): Promise<void> => {
  await control.press('Control+A')
  if (text === '') await control.press('Delete')
  else await control.page().keyboard.insertText(text)
}

/** The sign is deleted as if it were part of the text. */
const leaveExpression = async (control: Locator): Promise<void> => {
  if (!(await isEditor(control))) return
  await control.press('Control+Home')
  await control.press('Backspace')
  await control.and(control.page().locator('input, textarea')).waitFor()
}

const turn = async (control: Locator, value: FieldValue): Promise<void> => {
  if ((await control.isChecked()) === (value === true)) await control.press('Space')
  await control.press('Space')
}

const choose = async ({ control, property }: PanelField, value: FieldValue): Promise<void> => {
  const choice = property.choices?.find((each) => each.value === value)
  if (choice === undefined) throw new Error(`${property.label} has no choice ${String(value)}.`)
  await control.click()
  await control.page().getByRole('option', { name: choice.name, exact: true }).click()
}

const editable = '[contenteditable="true"]'

const isEditor = async (control: Locator): Promise<boolean> =>
  (await control.getAttribute('contenteditable')) === 'true'

const editorIn = (control: Locator): Locator => control.and(control.page().locator(editable))

const feelButton = (control: Locator): Locator =>
  control
    .locator('xpath=ancestor::div[.//button[starts-with(@aria-label, "fx")]][1]')
    .getByRole('button', { name: 'fx' })
