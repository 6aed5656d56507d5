import type { Locator, Page } from 'playwright-core'

/** What the process calls: the shop of the examples, which can be stopped and started. */
export interface Shop {
  readonly address: string
  readonly stop: () => Promise<void>
  readonly start: () => Promise<void>
}

/** A browser at the app, the system that the process calls, and who keeps the pictures. */
export interface Walk {
  readonly page: Page
  readonly shop: Shop
  /** Keeps what a person sees at a step; the name is a file's, in kebab-case. */
  readonly picture: (name: string) => Promise<void>
}

/**
 * The way of somebody who models a first process: from nothing to a Request that has completed, and
 * from one that failed to its repair. It uses only what a person sees and presses.
 */
export const walk = async (way: Walk): Promise<void> => {
  const { page, shop, picture } = way
  await page.goto('/')
  await page.getByText('Draw your first process').waitFor()
  await picture('first-start')
  await page.getByRole('button', { name: 'New model' }).click()
  await drawProcess(way)
  await configureCall(way)
  await configureDecision(way)
  await openRunDialog(page, { sku: 'chair' })
  await picture('run')
  await startRequest(page)
  await page.locator('header').getByText('Completed').waitFor()
  await picture('request-completed')
  await page.getByRole('link', { name: 'Open model' }).click()
  await shop.stop()
  await openRunDialog(page, { sku: 'lamp' })
  await startRequest(page)
  await repair(way)
  await page.getByRole('link', { name: 'All Requests' }).click()
  await page.getByRole('table').waitFor()
  await picture('requests')
}

const drawProcess = async ({ page, picture }: Walk): Promise<void> => {
  await page.getByLabel('Name of the model').fill('Stock check')
  await page.keyboard.press('Enter')
  await openAppendMenu(page)
  await page.locator('.djs-popup').getByText('HTTP request').hover()
  await picture('append-connector')
  await page.locator('.djs-popup').getByText('HTTP request').click()
  await page.locator('.djs-direct-editing-content').fill('Ask for the stock')
  await page.keyboard.press('Enter')
  await append(page, 'Exclusive gateway', 'In stock?')
  await append(page, 'End event', 'Deliver')
  await shape(page, 'Gateway').click()
  await append(page, 'End event', 'Order more')
}

const openAppendMenu = (page: Page): Promise<void> =>
  page.locator('.djs-context-pad').getByTitle('Append', { exact: true }).click()

/** Appends to what is selected; then the new element is. */
const append = async (page: Page, kind: string, name: string): Promise<void> => {
  await openAppendMenu(page)
  await page.locator('.djs-popup').getByText(kind, { exact: true }).click()
  await page.getByRole('heading', { name: kind }).waitFor()
  await field(page, 'Name').fill(name)
}

const configureCall = async ({ page, shop, picture }: Walk): Promise<void> => {
  await shape(page, 'Activity').click()
  await field(page, 'URL').fill(`="${shop.address}/stock/" + `)
  await page.keyboard.press('Tab')
  await page.getByText('is not FEEL').waitFor()
  await picture('feel-mistake')
  await field(page, 'URL').click()
  await page.keyboard.press('End')
  await page.keyboard.type('sku')
  await page.keyboard.press('Tab')
  await page.getByText('is not FEEL').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Result', exact: true }).click()
  await field(page, 'Result expression').fill('{available: response.body.available}')
  await page.getByRole('button', { name: 'Retries', exact: true }).click()
  await field(page, 'Attempts').fill('1')
  await picture('configure-connector')
}

const configureDecision = async ({ page, picture }: Walk): Promise<void> => {
  await page.getByRole('button', { name: /^\d problems?$/ }).click()
  await picture('problems')
  await page.getByRole('button', { name: /^In stock. → Deliver/ }).click()
  await field(page, 'Condition').fill('available > 0')
  await picture('condition')
  await page.getByRole('button', { name: /^In stock. → Order more/ }).click()
  await page.getByRole('switch', { name: 'Default flow' }).click({ force: true })
  await page.getByText('No problems').waitFor()
  await page.getByRole('button', { name: 'Close', exact: true }).click()
}

const openRunDialog = async (page: Page, variables: object): Promise<void> => {
  const dialog = page.getByRole('dialog')
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await dialog.getByText('This model reads').waitFor()
  await dialog.getByRole('textbox').fill(JSON.stringify(variables, null, 2))
}

const startRequest = (page: Page): Promise<void> =>
  page.getByRole('dialog').getByRole('button', { name: 'Run', exact: true }).click()

const repair = async ({ page, shop, picture }: Walk): Promise<void> => {
  const why = page.getByRole('group', { name: /failed/ })
  await why.getByText('ECONNREFUSED').waitFor()
  await picture('request-failed')
  await shop.start()
  await why.getByRole('button', { name: 'Retry' }).click()
  await page.locator('header').getByText('Completed').waitFor()
  await picture('request-repaired')
}

const field = (page: Page, name: string): Locator =>
  page
    .getByLabel('Properties of the selection')
    .getByRole('textbox', { name: new RegExp(`^${name}`) })

/** The only element of a kind, by what its id begins with. */
const shape = (page: Page, kind: string): Locator =>
  page.locator(`.djs-shape[data-element-id^=${kind}_]:not([data-element-id$=_label]) .djs-hit`)
