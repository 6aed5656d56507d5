import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it, onTestFinished } from 'vitest'
import { serve } from '../cli/local-server.ts'
import { freePort, TenonProcess } from '../tenon-process.ts'
import { launchChromium, skippedWithoutChromium } from './chromium.ts'
import { accessibilityProblems } from './open-app.ts'

const payment = join(import.meta.dirname, '../../examples/payment.bpmn')

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

const startPayment = async (tenon: string, shop: string): Promise<void> => {
  const variables = { shop, order: 'O-1', amount: 40 }
  const response = await fetch(`${tenon}/v2/process-instances`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ processDefinitionId: 'payment', variables }),
  })
  expect(response.status).toBe(200)
}

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
    const bubble = map.getByRole('group', { name: 'Pay failed' })
    await bubble.getByText('answered 500').waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    shop.repair()
    await bubble.getByRole('button', { name: 'Retry' }).click()

    // Then it goes on to its end without a reload
    await page.locator('header').getByText('Completed').waitFor()
    await map.locator('.request-completed[data-element-id="paid_once"]').waitFor()
    await bubble.waitFor({ state: 'detached' })
    const steps = page.getByRole('region', { name: 'Timeline' }).getByRole('listitem')
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
