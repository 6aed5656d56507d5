import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { describe, expect, it, onTestFinished } from 'vitest'
import { serve } from '../cli/local-server.ts'
import { freePort, TenonProcess } from '../tenon-process.ts'
import { launchChromium, skippedWithoutChromium } from './chromium.ts'
import { accessibilityProblems, openApp, postJson, readJson } from './open-app.ts'

const payment = join(import.meta.dirname, '../../examples/payment.bpmn')
/** Its gateway asks for a variable `amount`; its task has a job type that no connector does. */
const largeOrder = join(import.meta.dirname, 'large-order.bpmn')

/** A Tenon with an own data folder, until the test is over. */
const startTenon = async (): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), 'tenon-requests-'))
  const tenon = await TenonProcess.start(folder, await freePort())
  onTestFinished(async () => {
    await tenon.kill('SIGTERM')
    rmSync(folder, { recursive: true })
  })
  return tenon.address
}

const openPage = async (address: string): Promise<Page> => {
  const browser = await launchChromium()
  onTestFinished(() => browser.close())
  return browser.newPage({ baseURL: address })
}

/** A shop that cannot be paid until it is repaired. */
const openShop = async () => {
  let isBroken = true
  const address = await serve((_request, response) => {
    response.statusCode = isBroken ? 500 : 200
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ payment: 'P-1', paid: 40, requests: 1 }))
  })
  return { address, repair: () => (isBroken = false) }
}

const deploy = async (tenon: string, file: string): Promise<void> => {
  const form = new FormData()
  form.append('resources', new Blob([readFileSync(file)]), 'model.bpmn')
  const response = await fetch(`${tenon}/v2/deployments`, { method: 'POST', body: form })
  expect(response.status).toBe(200)
}

/** Starts the process of a model; gives the path of the Request in the app. */
const start = async (
  tenon: string,
  processDefinitionId: string,
  variables: object,
): Promise<string> => {
  const { processInstanceKey } = await postJson<{ processInstanceKey: string }>(
    `${tenon}/v2/process-instances`,
    { processDefinitionId, variables },
  )
  return `/requests/${processInstanceKey}`
}

const startPayment = (tenon: string, shop: string): Promise<string> =>
  start(tenon, 'payment', { shop, order: 'O-1', amount: 40 })

const options = { timeout: 120_000, skip: skippedWithoutChromium !== '' }

describe(`Requests in the browser${skippedWithoutChromium}`, options, () => {
  it('repairs a failed Request on its map, and shows live how it goes on', async () => {
    const tenon = await startTenon()
    const shop = await openShop()
    await deploy(tenon, payment)
    const page = await openPage(tenon)

    // Given a Request that appears in the list and fails while the list is looked at
    await page.goto('/requests')
    await page.getByText('No Request yet').waitFor()
    await startPayment(tenon, shop.address)
    await page.getByText('Stopped at Pay').waitFor()
    expect(await accessibilityProblems(page)).toEqual([])

    // When it is opened, and retried after the shop was repaired
    await page.getByRole('link', { name: 'Payment of an order' }).press('Enter')
    const map = page.getByRole('region', { name: 'Map' })
    const why = page.getByRole('group', { name: 'Why Pay failed' })
    await why.getByText('answered 500').waitFor()
    await map.getByRole('button', { name: 'Show why Pay failed' }).click()
    expect(await accessibilityProblems(page)).toEqual([])
    expect(await page.getByText('Internal Server Error (POST').count()).toBe(1)
    shop.repair()
    await why.getByRole('button', { name: 'Retry' }).click()

    // Then it goes on to its end without a reload
    await page.locator('header').getByText('Completed').waitFor()
    await map.locator('.request-completed[data-element-id="paid_once"]').waitFor()
    await why.waitFor({ state: 'detached' })
    const steps = page.getByRole('region', { name: 'Timeline' }).locator('ol > li')
    expect(await steps.allInnerTexts()).toEqual([
      expect.stringContaining('Started: Payment due'),
      expect.stringContaining('Pay'),
      expect.stringContaining('Ended: Paid'),
    ])
    await page.getByRole('region', { name: 'Variables' }).getByText('"P-1"').waitFor()
  })

  it('offers in the timeline, to the keyboard, what the map offers', async () => {
    const tenon = await startTenon()
    const shop = await openShop()
    await deploy(tenon, payment)
    await startPayment(tenon, shop.address)
    const page = await openPage(tenon)
    await page.goto('/requests?state=incident')
    await page.getByRole('link', { name: 'Payment of an order' }).press('Enter')
    const timeline = page.getByRole('region', { name: 'Timeline' })

    const step = timeline.getByRole('button', { name: /Pay failed/ })
    await step.press('Enter')

    expect(await step.getAttribute('aria-expanded')).toBe('true')
    expect(new URL(page.url()).searchParams.get('element')).toBe('pay')
    await timeline.getByText('Details for developers').press('Enter')
    await timeline.getByText('io.camunda:http-json:1').waitFor()

    shop.repair()
    await timeline.getByRole('button', { name: 'Retry' }).press('Enter')

    await page.locator('header').getByText('Completed').waitFor()
  })

  it('says clearly that there is no such Request', async () => {
    const tenon = await startTenon()
    const page = await openPage(tenon)

    await page.goto('/requests/4503599627370497')

    await page.getByRole('heading', { name: 'There is no such Request' }).waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
  })
})

describe.skipIf(skippedWithoutChromium !== '')(
  `A step in the browser${skippedWithoutChromium}`,
  { timeout: 120_000 },
  () => {
    it('tells what a step gave, without moving what is pressed', async () => {
      const tenon = await startTenon()
      const shop = await openShop()
      shop.repair()
      await deploy(tenon, payment)
      await startPayment(tenon, shop.address)
      const page = await openPage(tenon)
      await page.goto('/requests?state=completed')
      await page.getByRole('link', { name: 'Payment of an order' }).press('Enter')
      const timeline = page.getByRole('region', { name: 'Timeline' })
      const pay = timeline.getByRole('button', { name: /^Completed: Pay/ })
      await pay.hover()
      const before = await pay.boundingBox()

      await pay.click()

      await timeline.getByRole('heading', { name: 'Result' }).waitFor()
      await timeline.getByText('1 of 3 used').waitFor()
      expect(await pay.boundingBox()).toEqual(before)
    })
  },
)

describe(`Variables of a Request in the browser${skippedWithoutChromium}`, options, () => {
  const region = (page: Page, name: string) => page.getByRole('region', { name })
  const focused = (place: Locator): Promise<void> =>
    place.and(place.page().locator(':focus')).waitFor()

  it('are added where one was missing, and the step is retried with it', async () => {
    const tenon = await startTenon()
    await deploy(tenon, largeOrder)
    const page = await openPage(tenon)
    await page.goto(await start(tenon, 'large_order', {}))

    // Given a Request that failed, which says so and offers a retry in one place each
    const why = page.getByRole('group', { name: 'Why Is it large? failed' })
    await why.getByText('=amount > 100').waitFor()
    expect(await page.getByRole('button', { name: 'Retry' }).count()).toBe(1)
    await page.getByRole('button', { name: 'Show why Is it large? failed' }).press('Enter')
    await focused(page.getByRole('button', { name: /^Incident: Is it large/ }))

    // When the missing variable is added, which is named already
    await why.getByRole('button', { name: 'Change variables' }).press('Enter')
    const variables = region(page, 'Variables')
    await focused(variables.getByLabel('Value'))
    expect(await variables.getByLabel('Name').inputValue()).toBe('amount')
    expect(await accessibilityProblems(page)).toEqual([])
    await variables.getByLabel('Name').fill('')
    await page.keyboard.press('Control+Enter')
    await variables.getByText('Write a name.').waitFor()
    await page.keyboard.type('amount')
    await variables.getByLabel('Value').fill('a lot')
    await page.keyboard.press('Control+Enter')
    await variables.getByText('Text stands in double quotes: "a lot".').waitFor()
    await variables.getByLabel('Value').fill('120')
    await page.keyboard.press('Control+Enter')
    await variables.getByRole('listitem').getByText('120').waitFor()
    await focused(variables.getByRole('button', { name: 'Add variable' }))

    // Then a retry goes on, to a step for which this Tenon has no connector
    await why.getByRole('button', { name: 'Retry' }).press('Enter')
    await page.getByText('No connector installed here does “pack-with-care”.').waitFor()
    expect(await accessibilityProblems(page)).toEqual([])

    // And a worker that takes its job brings it to the end, where nothing can be changed
    const { jobs } = await postJson<{ jobs: readonly { jobKey: string }[] }>(
      `${tenon}/v2/jobs/activation`,
      { type: 'pack-with-care', timeout: 60_000, maxJobsToActivate: 1 },
    )
    await page.getByText('No connector installed here').waitFor({ state: 'detached' })
    await fetch(`${tenon}/v2/jobs/${jobs[0]?.jobKey}/completion`, { method: 'POST' })
    await page.locator('header').getByText('Completed').waitFor()
    await variables.getByText('120').waitFor()
    expect(await variables.getByRole('button', { name: /^(Change|Add)/ }).count()).toBe(0)
  })

  it('of a step are changed where its job failed', async () => {
    const tenon = await startTenon()
    const shop = await openShop()
    shop.repair()
    await deploy(tenon, payment)
    const page = await openPage(tenon)
    await page.goto(await startPayment(tenon, shop.address.replace(/\d+$/, '1')))

    const why = page.getByRole('group', { name: 'Why Pay failed' })
    await why.getByRole('button', { name: 'Change variables' }).press('Enter')
    await region(page, 'Timeline').getByRole('button', { name: 'Change url' }).press('Enter')
    const field = page.getByLabel('Value of url')
    await field.fill(`"${shop.address}/payments"`)
    await field.press('Control+Enter')
    await field.waitFor({ state: 'detached' })
    await why.getByRole('button', { name: 'Retry' }).press('Enter')

    await page.locator('header').getByText('Completed').waitFor()
    const [variable] = (
      await postJson<{ items: readonly { value: string }[] }>(`${tenon}/v2/variables/search`, {
        filter: { name: 'shop' },
      })
    ).items
    expect(variable?.value).toContain(':1"')
  })

  const height = 844
  it.each([1360, 390])(
    'of a step are led to in sight of why it failed, %i px wide',
    async (width) => {
      const tenon = await startTenon()
      const shop = await openShop()
      shop.repair()
      await deploy(tenon, payment)
      const page = await openPage(tenon)
      await page.setViewportSize({ width, height })
      await page.goto(await start(tenon, 'payment', { order: 'O-1', amount: 40 }))
      const why = page.getByRole('group', { name: 'Why Pay failed' })
      const timeline = region(page, 'Timeline')
      const isShown = async (place: Locator): Promise<boolean> => {
        const box = await place.boundingBox()
        const bar = await page.getByRole('navigation').boundingBox()
        if (box === null || bar === null) return false
        return box.y >= 0 && box.y + box.height <= (width < 640 ? bar.y : height)
      }

      // Given a step that failed since the Request lacked a variable, and a retry in vain
      await why.getByText('changing shop of the Request does not change them').waitFor()
      await why.getByRole('button', { name: 'Retry' }).press('Enter')
      await timeline
        .getByRole('status')
        .getByText(/Failed again at \d+:\d\d:\d\d [AP]M, 2 times/)
        .waitFor()

      // When its variables are asked for
      await why.getByRole('button', { name: 'Change variables' }).press('Enter')
      const field = page.getByLabel('Value of url')
      await focused(field)

      // Then the right one is open, beside the message and what comes next
      expect(await page.evaluate('getSelection().toString()')).toBe('null')
      const save = timeline.getByRole('button', { name: 'Save' })
      const retry = why.getByRole('button', { name: 'Retry' })
      await page.keyboard.type('shop')
      await page.keyboard.press('Control+Enter')
      await timeline.getByText('Text stands in double quotes').waitFor()
      for (const place of [why.getByText('must not be blank'), retry, field, save])
        await expect.poll(() => isShown(place)).toBe(true)
      expect(await accessibilityProblems(page)).toEqual([])
      await field.fill(`"${shop.address}/payments"`)
      await save.click()
      await field.waitFor({ state: 'detached' })
      await retry.press('Enter')
      await page.locator('header').getByText('Completed').waitFor()
    },
  )

  it('keep what was typed while it cannot be saved, and behind a filter', async () => {
    const { page, address, stop, start: startAgain } = await openApp('/requests')
    await deploy(address, largeOrder)
    await page.goto(await start(address, 'large_order', { customer: 'Ada', list: [1, 2] }))
    const variables = region(page, 'Variables')
    const field = variables.getByLabel('Value of customer')
    await variables.getByRole('button', { name: 'Change customer' }).click()
    await focused(field)
    await field.fill('{"name": "Ada"')
    await field.press('Control+Enter')
    await variables.getByText('Line 1, column 15: a comma or } is expected here.').waitFor()
    await field.fill('{"name": "Ada", "id": 12345678901234567890}')

    await variables.getByRole('textbox', { name: 'Find a variable' }).fill('list')
    await field.waitFor({ state: 'detached' })
    await variables.getByRole('textbox', { name: 'Find a variable' }).fill('')
    await stop()
    await variables.getByRole('button', { name: 'Save' }).click()
    await variables.getByText('The variable was not saved').waitFor()
    expect(await field.inputValue()).toBe('{"name": "Ada", "id": 12345678901234567890}')
    await startAgain()
    await variables.getByRole('button', { name: 'Save' }).click()

    await field.waitFor({ state: 'detached' })
    await variables.getByText('"id": 12345678901234567890').waitFor()
    await focused(variables.getByRole('button', { name: 'Change customer' }))
    await variables.getByRole('button', { name: 'Change customer' }).press('Enter')
    await field.press('Escape')
    await field.waitFor({ state: 'detached' })
    await focused(variables.getByRole('button', { name: 'Change customer' }))
  })

  it('say that a name is taken, and what was changed meanwhile', async () => {
    const tenon = await startTenon()
    await deploy(tenon, largeOrder)
    const page = await openPage(tenon)
    const path = await start(tenon, 'large_order', { customer: 'Ada' })
    await page.goto(path)
    const variables = region(page, 'Variables')

    await variables.getByRole('button', { name: 'Add variable' }).click()
    await variables.getByLabel('Name').fill(' customer ')
    await variables.getByLabel('Value').fill('1')
    await variables.getByRole('button', { name: 'Save' }).click()
    await variables.getByText('There is a variable customer already.').waitFor()
    await variables.getByRole('button', { name: 'Cancel' }).click()

    await variables.getByRole('button', { name: 'Change customer' }).click()
    await fetch(`${tenon}/v2/element-instances/${path.split('/').at(-1)}/variables`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ variables: { customer: 'Grace' } }),
    })
    await variables.getByText('It was changed meanwhile.').waitFor()
    expect(await variables.getByLabel('Value of customer').inputValue()).toBe('"Ada"')
  })

  it('are never cut by a change, and are refused where they are too long for it', async () => {
    const tenon = await startTenon()
    await deploy(tenon, largeOrder)
    const page = await openPage(tenon)
    const [long, tooLong] = ['x'.repeat(50_000), 'x'.repeat(200_000)]
    await page.goto(await start(tenon, 'large_order', { long, tooLong }))
    const variables = region(page, 'Variables')

    await variables.getByRole('button', { name: 'Change long' }).click()
    const field = variables.getByLabel('Value of long')
    await field.press('Home')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.type('first ')
    await field.press('Control+Enter')
    await field.waitFor({ state: 'detached' })
    await variables.getByText('"first xxx').waitFor()
    const { items } = await postJson<{ items: readonly { variableKey: string }[] }>(
      `${tenon}/v2/variables/search`,
      { filter: { name: 'long' } },
    )
    const whole = await readJson<{ value: string }>(
      `${tenon}/v2/variables/${items[0]?.variableKey}`,
    )
    expect(whole.value).toBe(JSON.stringify(`first ${long}`))

    await variables.getByRole('button', { name: 'Change tooLong' }).click()
    await variables.getByText('too many to change here').waitFor()
  })
})
