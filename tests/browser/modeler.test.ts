import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort, TenonProcess } from '../tenon-process.ts'
import { launchChromium, skippedWithoutChromium } from './chromium.ts'
import { accessibilityProblems } from './open-app.ts'

const namespaces = [
  'xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"',
  'xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"',
  'xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"',
  'xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"',
].join(' ')

/** A process with a start event, and elements of other kinds as the test wants them. */
const modelXml = (elements = '', shapes = ''): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions id="definitions" targetNamespace="http://example.com" ${namespaces}>
  <bpmn:process id="rates" name="Rates" isExecutable="true"><bpmn:startEvent id="start" />${elements}</bpmn:process>
  <bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="rates">
    <bpmndi:BPMNShape id="start_shape" bpmnElement="start"><dc:Bounds x="150" y="100" width="36" height="36" /></bpmndi:BPMNShape>${shapes}
  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>`

const review = {
  element: '<bpmn:userTask id="review" name="Review" />',
  shape:
    '<bpmndi:BPMNShape id="review_shape" bpmnElement="review"><dc:Bounds x="300" y="80" width="100" height="80" /></bpmndi:BPMNShape>',
}

/** Calls an address that ends with the variable `page`. */
const call = (address: string) => ({
  element: `<bpmn:sequenceFlow id="to_ask" sourceRef="start" targetRef="ask" />
    <bpmn:serviceTask id="ask" name="Ask"><bpmn:extensionElements>
      <zeebe:taskDefinition type="io.camunda:http-json:1" retries="1" />
      <zeebe:ioMapping>
        <zeebe:input source="noAuth" target="authentication.type" />
        <zeebe:input source="=&quot;${address}/&quot; + page" target="url" />
      </zeebe:ioMapping>
    </bpmn:extensionElements></bpmn:serviceTask>`,
  shape:
    '<bpmndi:BPMNShape id="ask_shape" bpmnElement="ask"><dc:Bounds x="300" y="80" width="100" height="80" /></bpmndi:BPMNShape>',
})

const timeout = 60_000
const options = { timeout, skip: skippedWithoutChromium !== '' }

describe(`The modeler${skippedWithoutChromium}`, options, () => {
  let folder: string
  let tenon: TenonProcess
  let browser: Browser

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tenon-modeler-'))
    tenon = await TenonProcess.start(folder, await freePort())
    browser = await launchChromium()
  }, timeout)
  afterAll(async () => {
    await browser.close()
    await tenon.kill('SIGTERM')
    await rm(folder, { recursive: true })
  })

  interface StoredModel {
    readonly id: string
    readonly name: string
    readonly xml: string
    readonly revision: number
  }

  const createModel = async (xml: string): Promise<string> => {
    const response = await fetch(`${tenon.address}/api/models`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Rates', xml }),
    })
    expect(response.status).toBe(201)
    return ((await response.json()) as StoredModel).id
  }

  const storedModel = async (id: string): Promise<StoredModel> =>
    (await (await fetch(`${tenon.address}/api/models/${id}`)).json()) as StoredModel

  const open = async (id: string): Promise<Page> => {
    const page = await browser.newPage({ baseURL: tenon.address })
    page.setDefaultTimeout(10_000)
    await page.goto(`/models/${id}`)
    await page.locator('[data-element-id=start]').waitFor()
    return page
  }

  const saved = (page: Page) => page.locator('header').getByText('Saved', { exact: true }).waitFor()
  const tasks = (page: Page) => page.locator('.djs-shape image')

  /** Goes to another page of the app, without leaving first the field that has the focus. */
  const leave = async (page: Page): Promise<void> => {
    await page.getByRole('link', { name: 'Requests' }).dispatchEvent('click')
    await page.getByRole('heading', { name: 'Requests', level: 1 }).waitFor()
  }

  /** Appends the connector to the start event, which is selected, and gives the new task a name. */
  const appendConnector = async (page: Page, name: string): Promise<void> => {
    await page.locator('.djs-context-pad').getByTitle('Append', { exact: true }).click()
    await page.locator('.djs-popup').getByText('HTTP request').click()
    await page.locator('.djs-direct-editing-content').fill(name)
    await page.keyboard.press('Enter')
    await page.locator('.djs-direct-editing-content').waitFor({ state: 'detached' })
  }

  it('appends a connector with its icon, shows what is missing, and keeps it over a reload', async () => {
    const id = await createModel(modelXml())
    const page = await open(id)
    await appendConnector(page, 'Fetch rate')
    expect(await tasks(page).count()).toBe(1)
    await page.getByRole('button', { name: /^\d+ problems?$/ }).click()
    const problems = page.getByRole('region', { name: 'Problems' })
    await problems
      .getByRole('button', { name: /Fetch rate/ })
      .first()
      .waitFor()
    await expect.poll(async () => (await storedModel(id)).xml).toContain('Fetch rate')
    await saved(page)
    await page.reload()
    await page.locator('.djs-label').getByText('Fetch rate').waitFor()
    expect((await storedModel(id)).xml).toContain('zeebe:modelerTemplate="tenon.http"')
    await page.close()
  })

  it('takes a press of the pad that ends what is typed in a field', async () => {
    const page = await open(await createModel(modelXml(review.element, review.shape)))
    await page.locator('[data-element-id=review]').click()
    const name = page.getByRole('textbox', { name: 'Name', exact: true })
    const append = page.locator('.djs-context-pad').getByTitle('Append', { exact: true })
    const place = await append.boundingBox()
    for (const text of ['Look at it', 'Look at it again']) {
      await name.fill(text)
      // At the second press the pointer is there already.
      if (text === 'Look at it') await page.mouse.move((place?.x ?? 0) + 10, (place?.y ?? 0) + 10)
      await page.mouse.down()
      await page.mouse.up()
      await page.locator('.djs-popup').getByText('HTTP request').waitFor()
      await page.locator('.djs-label').getByText(text, { exact: true }).waitFor()
      await page.keyboard.press('Escape')
      await page.locator('.djs-popup').waitFor({ state: 'detached' })
    }
    await page.close()
  })

  it('takes back the element with its template in one step, and brings both again', async () => {
    const id = await createModel(modelXml())
    const page = await open(id)
    await appendConnector(page, 'Fetch rate')
    const undo = page.getByRole('button', { name: 'Undo' })
    const redo = page.getByRole('button', { name: 'Redo' })
    await undo.click()
    expect(await tasks(page).count()).toBe(1)
    await undo.click()
    expect(await tasks(page).count()).toBe(0)
    expect(await undo.isDisabled()).toBe(true)
    await redo.click()
    await redo.click()
    expect(await tasks(page).count()).toBe(1)
    await expect.poll(async () => (await storedModel(id)).xml).toContain('zeebe:taskDefinition')
    await page.close()
  })

  it('makes a connector of an element of another kind, as one step', async () => {
    const id = await createModel(modelXml(review.element, review.shape))
    const page = await open(id)
    await page.locator('[data-element-id=review]').click()
    await page.locator('.djs-context-pad').getByTitle('Change element').click()
    await page.locator('.djs-popup').getByText('HTTP request').click()
    await expect.poll(() => tasks(page).count()).toBe(1)
    await expect
      .poll(async () => (await storedModel(id)).xml)
      .toMatch(/<bpmn:serviceTask id="review" name="Review"/)
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect
      .poll(async () => (await storedModel(id)).xml)
      .toContain('<bpmn:userTask id="review"')
    expect(await page.getByRole('button', { name: 'Undo' }).isDisabled()).toBe(true)
    await page.close()
  })

  it('appends a sub-process with its start, in one step', async () => {
    const id = await createModel(modelXml())
    const page = await open(id)
    await page.locator('.djs-context-pad').getByTitle('Append', { exact: true }).click()
    await page.locator('.djs-popup').getByText('Sub-process (expanded)').click()
    await page.keyboard.press('Escape')
    await expect
      .poll(async () => (await storedModel(id)).xml)
      .toMatch(/<bpmn:subProcess [^>]*>\s*<bpmn:incoming>[^<]*<\/bpmn:incoming>\s*<bpmn:startEvent/)
    await page.getByText('No problems').waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(async () => (await storedModel(id)).xml).not.toContain('subProcess')
    await page.close()
  })

  it('offers nothing that does not run, and names what an opened file has of it', async () => {
    const page = await open(await createModel(modelXml(review.element, review.shape)))
    await page.getByRole('button', { name: '1 problem', exact: true }).click()
    await page.getByText('<bpmn:userTask> in <bpmn:process> is not supported yet.').waitFor()
    await page.locator('[data-element-id=review]').click()
    await page.locator('.djs-context-pad').getByTitle('Append', { exact: true }).click()
    const offered = await page.locator('.djs-popup .djs-popup-label').allTextContents()
    const labels = offered.map((label) => label.trim())
    expect(labels[0]).toBe('HTTP request')
    for (const label of ['Service task', 'Parallel gateway', 'Error boundary event']) {
      expect(labels).toContain(label)
    }
    // Neither what Tenon does not run, nor what nothing leads to.
    const never = new Set(['Complex gateway', 'Transaction', 'Start event', 'Event sub-process'])
    expect(labels.filter((label) => never.has(label))).toEqual([])
    await page.close()
  })

  it('keeps both versions when the model was changed elsewhere', async () => {
    const id = await createModel(modelXml())
    const page = await open(id)
    await fetch(`${tenon.address}/api/models/${id}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ revision: 1, name: 'Theirs' }),
    })
    const field = page.getByLabel('Name of the model')
    await field.fill('Mine')
    await field.press('Enter')
    await page.getByRole('button', { name: 'Keep mine as a copy' }).click()
    await expect.poll(() => field.inputValue()).toBe('Mine (copy)')
    expect((await storedModel(id)).name).toBe('Theirs')
    await page.close()
  })

  it('changes nothing of a model that is only looked at', async () => {
    const id = await createModel(modelXml())
    const page = await open(id)
    await page.getByRole('heading', { name: 'Start event' }).waitFor()
    await leave(page)
    await page.goBack()
    await page.locator('[data-element-id=start]').waitFor()
    expect((await storedModel(id)).revision).toBe(1)
    await page.close()
  })

  it('saves what was typed last when the page is left, in a field as at an element', async () => {
    const id = await createModel(modelXml())
    const page = await open(id)
    await page.getByRole('heading', { name: 'Start event' }).waitFor()
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Every morning')
    await leave(page)
    await expect.poll(async () => (await storedModel(id)).xml).toContain('name="Every morning"')
    await page.goBack()
    await page.locator('[data-element-id=start]').dblclick()
    await page.locator('.djs-direct-editing-content').fill('At noon')
    await leave(page)
    await expect.poll(async () => (await storedModel(id)).xml).toContain('name="At noon"')
    await page.close()
  })

  it('gives the process the new name of its model while both are the same', async () => {
    const id = await createModel(modelXml())
    const page = await open(id)
    const field = page.getByLabel('Name of the model')
    await field.fill('Exchange rates')
    await field.press('Enter')
    await expect
      .poll(async () => (await storedModel(id)).xml)
      .toContain('<bpmn:process id="rates" name="Exchange rates"')
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect
      .poll(async () => (await storedModel(id)).xml)
      .toContain('<bpmn:process id="rates" name="Rates"')
    await page.close()
  })

  it('deploys what was typed last, and is deployed still under a new name', async () => {
    const id = await createModel(modelXml().replace('name="Rates"', 'name="Rates of today"'))
    const page = await open(id)
    await page.getByRole('heading', { name: 'Start event' }).waitFor()
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Every morning')
    // Without leaving the field first, as a click does.
    await page.getByRole('button', { name: 'Deploy' }).dispatchEvent('click')
    await page.getByText('Version 1 of Rates is deployed.').waitFor()
    expect((await storedModel(id)).xml).toContain('name="Every morning"')
    await page.getByText('Deployed as v1').waitFor()
    await page.reload()
    const field = page.getByLabel('Name of the model')
    await field.fill('Exchange rates')
    await field.press('Enter')
    await expect.poll(async () => (await storedModel(id)).name).toBe('Exchange rates')
    await saved(page)
    await page.getByText('Deployed as v1').waitFor()
    await page.close()
  })

  it('overwrites nobody who changed the model, however often the page is loaded again', async () => {
    const id = await createModel(modelXml())
    const page = await open(id)
    page.on('dialog', (dialog) => void dialog.accept())
    await fetch(`${tenon.address}/api/models/${id}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ revision: 1, name: 'Theirs' }),
    })
    const field = page.getByLabel('Name of the model')
    for (const name of ['Mine', 'Mine, more', 'Mine, and more']) {
      await field.fill(name)
      await field.press('Enter')
      await page.getByText('This model was changed elsewhere').waitFor()
      await page.reload()
      await page.getByText('This model was changed elsewhere').waitFor()
      expect(await field.inputValue()).toBe(name)
    }
    expect((await storedModel(id)).name).toBe('Theirs')
    await page.close()
  })

  it('deploys when a run is confirmed, and keeps what was typed for it until then', async () => {
    const id = await createModel(modelXml())
    const page = await open(id)
    const dialog = page.getByRole('dialog')
    const askToRun = () => page.getByRole('button', { name: 'Run', exact: true }).click()
    await askToRun()
    await dialog.getByText('Deploys version 1 and starts it.').waitFor()
    await dialog.getByRole('textbox').fill('{"amount": 12')
    await page.mouse.click(5, 5)
    await dialog.waitFor({ state: 'detached' })
    await page.getByText('never deployed').waitFor()
    await askToRun()
    expect(await dialog.getByRole('textbox').inputValue()).toBe('{"amount": 12')
    await dialog.getByRole('textbox').fill('{"amount": 12}')
    await dialog.getByRole('button', { name: 'Run' }).click()
    await page.waitForURL(/\/requests\/\d+$/)
    await page.getByRole('region', { name: 'Variables' }).getByText('amount').waitFor()
    await page.close()
  })

  it('names the variables that a run needs, and says in the failed Request which one it lacked', async () => {
    // given a model that reads a variable which nothing sets
    const { element, shape } = call(`${tenon.address}/v2`)
    const page = await open(
      await createModel(modelXml(element, shape).replaceAll('rates', 'ask_page')),
    )
    const dialog = page.getByRole('dialog')
    const needed = dialog.getByRole('list', { name: 'This model reads' })

    // when it is run as it is offered
    await page.getByRole('button', { name: 'Run', exact: true }).click()
    await needed.getByText('empty').waitFor()
    expect(await needed.innerText()).toMatch(/^page\s+empty$/)
    expect(await dialog.getByRole('textbox').inputValue()).toBe('{\n  "page": null\n}')
    expect(await accessibilityProblems(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Run' }).click()
    // then the Request says why it fails
    const bubble = page.getByRole('group', { name: 'Ask failed' })
    await bubble.getByText('url was computed from the variable "page", which is null.').waitFor()

    // when it is run again with a value, which takes the place of null
    await page.getByRole('button', { name: 'Run again' }).click()
    await needed.getByText('empty').waitFor()
    await expect.poll(() => page.evaluate('getSelection().toString()')).toBe('null')
    await page.keyboard.type('"topology"')
    await needed.getByText('has a value').waitFor()
    await dialog.getByRole('button', { name: 'Run' }).click()
    // then it completes
    await page.locator('header').getByText('Completed').waitFor()
    await page.close()
  })

  it('brings back what could not be saved before the page was closed', async () => {
    const id = await createModel(modelXml())
    const page = await open(id)
    await page.route(`**/api/models/${id}`, (route) => route.abort())
    const field = page.getByLabel('Name of the model')
    await field.fill('Not lost')
    await field.press('Enter')
    await page.getByText('Your changes are kept in this browser.').waitFor()
    page.on('dialog', (dialog) => void dialog.accept())
    await page.unroute(`**/api/models/${id}`)
    await page.reload()
    await expect.poll(async () => (await storedModel(id)).name).toBe('Not lost')
    expect(await field.inputValue()).toBe('Not lost')
    await page.close()
  })
})
