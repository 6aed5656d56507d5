import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { skippedWithoutChromium } from './chromium.ts'
import { accessibilityProblems, openApp, postJson, readJson } from './open-app.ts'

const discount = join(import.meta.dirname, '../../examples/discount.bpmn')

interface Templates {
  readonly items: readonly {
    readonly id: string
    readonly version: number
    readonly icon: { readonly contents: string }
  }[]
}

interface Created {
  readonly id: string
  readonly revision: number
}

const createModel = (address: string, name: string, xml = '<x/>'): Promise<Created> =>
  postJson(`${address}/api/models`, { name, xml })

const deployModel = (address: string, { id, revision }: Created): Promise<unknown> =>
  postJson(`${address}/api/models/${id}/deployment`, { revision })

/** The names of the list, from above. */
const names = (page: Page): Promise<string[]> =>
  page
    .getByRole('region', { name: 'Models' })
    .getByRole('rowheader')
    .getByRole('link')
    .allInnerTexts()

const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name })

const choose = async (page: Page, model: string, action: string): Promise<void> => {
  await page.getByRole('button', { name: `More for ${model}` }).click()
  await page.getByRole('menuitem', { name: action }).click()
}

describe(
  `Models in the browser${skippedWithoutChromium}`,
  { timeout: 120_000, skip: skippedWithoutChromium !== '' },
  () => {
    it('leads a newcomer from nothing to a running Request', async () => {
      // given a Tenon that nobody has used
      const { page, address } = await openApp('/')
      await page.getByRole('heading', { name: 'Draw your first process' }).waitFor()
      expect(await page.title()).toBe('Models · Tenon')
      expect(await accessibilityProblems(page)).toEqual([])

      // when the example is opened
      await page.getByRole('button', { name: 'Open an example' }).click()
      await page.waitForURL(/\/models\/[0-9a-f-]{36}$/)
      const id = page.url().split('/').at(-1) ?? ''
      // then its call has the template that is installed
      const model = await readJson<{ xml: string }>(`${address}/api/models/${id}`)
      const templates = await readJson<Templates>(`${address}/api/templates`)
      const template = templates.items.find((each) => model.xml.includes(`"${each.id}"`))
      expect(model.xml).toContain(`zeebe:modelerTemplateVersion="${template?.version}"`)
      expect(model.xml).toContain(`zeebe:modelerTemplateIcon="${template?.icon.contents}"`)

      // when it is deployed, as the modeler does
      await page.getByRole('link', { name: 'Models', exact: true }).click()
      await row(page, 'How is Tenon?').getByRole('cell', { name: 'Draft' }).waitFor()
      await deployModel(address, { id, revision: 1 })

      // then the list shows it without a reload, and the example runs
      await page.getByRole('button', { name: 'Run How is Tenon?' }).click()
      const variables = page.getByRole('textbox', { name: 'Variables' })
      await variables.fill('{"amount" 12}')
      await variables.press('Control+Enter')
      await page.getByText('Line 1, column 11: a colon is expected here.').waitFor()
      expect(await accessibilityProblems(page)).toEqual([])
      await variables.fill('{"amount": 12}')
      await variables.press('Control+Enter')
      await page.waitForURL(/\/requests\/\d+$/)
      const key = page.url().split('/').at(-1) ?? ''
      const request = `${address}/v2/process-instances/${key}`
      await expect
        .poll(async () => (await readJson<{ state: string }>(request)).state)
        .toBe('COMPLETED')

      // and its variables are there the next time
      await page.goto('/models')
      await page.getByRole('button', { name: 'Run How is Tenon?' }).click()
      expect(await variables.inputValue()).toBe('{"amount": 12}')
    })

    it('finds, sorts, renames, deletes and brings back', async () => {
      // given
      const { page, address } = await openApp('/models')
      for (const name of ['Order 10', 'Order 9', 'Invoice']) await createModel(address, name)
      await expect.poll(() => names(page)).toEqual(['Invoice', 'Order 9', 'Order 10'])
      expect(await accessibilityProblems(page)).toEqual([])

      // when filtered by typing and sorted, the address tells it
      await page.keyboard.press('/')
      await page.keyboard.type('order')
      await page.getByRole('button', { name: 'Name' }).click()
      await page.waitForURL('/models?filter=order&sort=name')
      await expect.poll(() => names(page)).toEqual(['Order 9', 'Order 10'])
      await page.reload()
      await expect.poll(() => names(page)).toEqual(['Order 9', 'Order 10'])
      await page.getByRole('button', { name: 'Show all' }).click()

      // when renamed by keyboard
      await choose(page, 'Invoice', 'Rename')
      await page
        .getByRole('textbox', { name: 'Name of Invoice' })
        .and(page.locator(':focus'))
        .waitFor()
      await page.keyboard.type(' ')
      await page.getByText('A model needs a name.').waitFor()
      await page.keyboard.type('Bill')
      await page.keyboard.press('Enter')
      await expect.poll(() => names(page)).toEqual(['Bill', 'Order 9', 'Order 10'])

      // when two are deleted, they can be brought back together
      await choose(page, 'Order 9', 'Delete')
      await page.getByText('“Order 9” was deleted.').waitFor()
      await choose(page, 'Bill', 'Delete')
      await page.getByText('2 models were deleted.').waitFor()
      await expect.poll(() => names(page)).toEqual(['Order 10'])
      expect(await accessibilityProblems(page)).toEqual([])
      await page.keyboard.press('Enter')
      await expect.poll(() => names(page)).toEqual(['Bill', 'Order 9', 'Order 10'])
    })

    it('renames a model with its process, under which its Requests are found', async () => {
      const { page, address } = await openApp('/models')
      await page.getByRole('button', { name: 'New model' }).first().click()
      await page.waitForURL(/\/models\/.+/)
      const id = page.url().split('/').at(-1) ?? ''
      await page.getByRole('link', { name: 'Models', exact: true }).click()

      await choose(page, 'New process', 'Rename')
      await page.getByRole('textbox', { name: 'Name of New process' }).fill('Order check')
      await page.keyboard.press('Enter')

      await expect.poll(() => names(page)).toEqual(['Order check'])
      const { xml } = await readJson<{ xml: string }>(`${address}/api/models/${id}`)
      expect(xml).toContain('name="Order check" isExecutable="true"')
    })

    it('imports several files, says of each why not, and exports the same text', async () => {
      // given
      const { page } = await openApp('/models')
      const xml = readFileSync(discount, 'utf8')
      const file = (name: string, text: string) => ({
        name,
        mimeType: 'text/xml',
        buffer: Buffer.from(text),
      })

      // when
      const chooser = page.waitForEvent('filechooser')
      await page.getByRole('button', { name: 'Import' }).click()
      await (
        await chooser
      ).setFiles([
        file('discount.bpmn', xml),
        file('broken.bpmn', '<a><b></a>'),
        file('notes.txt', 'x'),
      ])

      // then
      const report = page.getByRole('alert')
      await report.getByText('2 files were not imported').waitFor()
      expect(await report.getByRole('listitem').allInnerTexts()).toEqual([
        expect.stringMatching(/^broken\.bpmn: line 1: The XML is not well-formed/),
        expect.stringMatching(/^notes\.txt: This is no \.bpmn file\./),
      ])
      expect(await names(page)).toEqual(['Price of an order'])

      // when exported
      const download = page.waitForEvent('download')
      await choose(page, 'Price of an order', 'Export')
      const saved = await download
      expect(saved.suggestedFilename()).toBe('Price of an order.bpmn')
      expect(readFileSync(await saved.path(), 'utf8')).toBe(xml)
    })

    it('takes files that are dropped on the page', async () => {
      const { page } = await openApp('/models')
      const xml = readFileSync(discount, 'utf8')
      const drag = await page.evaluateHandle(`(() => {
        const transfer = new DataTransfer()
        transfer.items.add(new File([${JSON.stringify(xml)}], 'discount.bpmn'))
        return transfer
      })()`)
      await page.dispatchEvent('main', 'dragover', { dataTransfer: drag })
      await page.getByText('Drop to import').waitFor()
      await page.dispatchEvent('main', 'drop', { dataTransfer: drag })
      await expect.poll(() => names(page)).toEqual(['Price of an order'])
    })

    it('runs and copies what was deployed without a model', async () => {
      // given
      const { page, address } = await openApp('/models')
      const form = new FormData()
      form.append('resources', new Blob([readFileSync(discount)]), 'discount.bpmn')
      await fetch(`${address}/v2/deployments`, { method: 'POST', body: form })
      const others = page.getByRole('region', { name: 'Deployed without a model' })
      await others.getByRole('button', { name: 'Run Price of an order' }).waitFor()

      // when
      await others.getByRole('button', { name: 'Edit a copy of Price of an order' }).click()
      await page.waitForURL(/\/models\/[0-9a-f-]{36}$/)

      // then
      await page.getByRole('link', { name: 'Models', exact: true }).click()
      await expect.poll(() => names(page)).toEqual(['Price of an order'])
    })

    it('reaches models and actions by the palette, and remembers rail and colours', async () => {
      // given
      const { page, address } = await openApp('/requests')
      const { id } = await createModel(address, 'Travel request')

      // when
      await page.getByRole('button', { name: 'Search' }).click()
      const search = page.getByRole('combobox', { name: 'Search' })
      await search.fill('travel')
      await page.getByRole('option', { name: 'Travel request' }).waitFor()
      expect(await accessibilityProblems(page)).toEqual([])
      await search.press('Enter')

      // then
      await page.waitForURL(`/models/${id}`)
      await page.keyboard.press('Control+k')
      await search.fill('colours dark')
      await search.press('Enter')
      await page.getByRole('button', { name: 'Collapse' }).click()
      await page.goto('/models/nowhere/at/all')
      await page.getByRole('heading', { name: 'There is no such page' }).waitFor()
      await page.getByRole('button', { name: 'Expand' }).waitFor()
      const scheme = await page.evaluate('document.documentElement.dataset.mantineColorScheme')
      expect(scheme).toBe('dark')
    })

    it('says when it is not live, and goes on by itself when Tenon is back', async () => {
      const { page, address, stop, start } = await openApp('/models')
      await createModel(address, 'Before')
      await expect.poll(() => names(page)).toEqual(['Before'])
      await stop()
      await page.getByText('Not live').waitFor()
      expect(await names(page)).toEqual(['Before'])
      await start()
      await page.getByText('Not live').waitFor({ state: 'detached' })
      await createModel(address, 'After')
      await expect.poll(() => names(page)).toEqual(['After', 'Before'])
    })
  },
)
