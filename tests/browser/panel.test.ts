import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { freePort, TenonProcess } from '../tenon-process.ts'
import { launchChromium, skippedWithoutChromium } from './chromium.ts'

const model = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="definitions" targetNamespace="http://example.com">
  <bpmn:process id="orders" isExecutable="true">
    <bpmn:scriptTask id="first" name="Read order"><bpmn:extensionElements>
      <zeebe:script expression="={id: 1}" resultVariable="order" />
    </bpmn:extensionElements></bpmn:scriptTask>
    <bpmn:serviceTask id="task" name="Notify" />
    <bpmn:intermediateCatchEvent id="wait"><bpmn:timerEventDefinition id="timer" /></bpmn:intermediateCatchEvent>
  </bpmn:process>
  <bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="orders">
    <bpmndi:BPMNShape id="first_shape" bpmnElement="first"><dc:Bounds x="160" y="80" width="100" height="80" /></bpmndi:BPMNShape>
    <bpmndi:BPMNShape id="task_shape" bpmnElement="task"><dc:Bounds x="320" y="80" width="100" height="80" /></bpmndi:BPMNShape>
    <bpmndi:BPMNShape id="wait_shape" bpmnElement="wait"><dc:Bounds x="192" y="280" width="36" height="36" /></bpmndi:BPMNShape>
  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>`

const isSkipped = skippedWithoutChromium !== ''

describe(`The connector panel${skippedWithoutChromium}`, { timeout: 60_000 }, () => {
  let folder: string
  let tenon: TenonProcess
  let browser: Browser
  let page: Page
  let modelAddress: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tenon-panel-'))
    tenon = await TenonProcess.start(folder, await freePort())
    browser = await launchChromium()
  }, 60_000)

  afterAll(async () => {
    await browser?.close()
    await tenon?.kill('SIGTERM')
    await rm(folder, { recursive: true, force: true })
  })

  beforeEach(async () => {
    const id = await createModel(tenon.address)
    modelAddress = `${tenon.address}/api/models/${id}`
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    await page.goto(`${tenon.address}/models/${id}`)
    await page.locator('[data-element-id="task"] .djs-hit').first().click()
  })

  afterEach(() => page.close())

  const savedXml = async (): Promise<string> => {
    const found: unknown = await (await fetch(modelAddress)).json()
    return textAt(found, 'xml')
  }

  const field = (name: string) => page.getByRole('textbox', { name: new RegExp(`^${name}`, 'u') })

  const chooseHttp = async () => {
    await page.getByRole('button', { name: 'Choose a connector' }).click()
    await page.getByRole('searchbox').fill('http')
    await page.getByRole('searchbox').press('Enter')
    await field('URL').waitFor()
  }

  it.skipIf(isSkipped)(
    'makes an element a connector, and shows the fields that the others ask for',
    async () => {
      // given
      await chooseHttp()
      expect(await field('Token').count()).toBe(0)

      // when
      await page.getByLabel('Type', { exact: true }).click()
      await page.getByRole('option', { name: 'Token (bearer)' }).click()

      // then
      await field('Token').waitFor()
      await expect.poll(savedXml).toContain('source="bearer" target="authentication.type"')
      expect(await savedXml()).toContain('zeebe:modelerTemplate="tenon.http"')
    },
  )

  it.skipIf(isSkipped)(
    'shows at the field what is wrong with an expression until it is right',
    async () => {
      // given
      await chooseHttp()

      // when: a text that begins with = is an expression
      await field('URL').pressSequentially('="https://example.com/" +')
      await page.keyboard.press('Tab')

      // then
      const problem = page.getByText('is not FEEL')
      await problem.waitFor()
      expect(await field('URL').getAttribute('aria-invalid')).toBe('true')

      // when
      await field('URL').press('End')
      await page.keyboard.type(' ord')
      await page.getByRole('option', { name: 'order Result of Read order' }).click()
      await page.keyboard.press('Tab')

      // then
      await problem.waitFor({ state: 'detached' })
      expect(await field('URL').getAttribute('aria-invalid')).toBe('false')
      await expect
        .poll(savedXml)
        .toContain('source="=&#34;https://example.com/&#34; + order" target="url"')
    },
  )

  it.skipIf(isSkipped)(
    'takes the time of a timer, and says at the field what is none',
    async () => {
      // given
      await page.locator('[data-element-id="wait"] .djs-hit').first().click()
      await page.getByRole('heading', { name: 'Timer intermediate catch event' }).waitFor()

      // when
      await field('Duration').fill('1 hour')
      await page.keyboard.press('Tab')

      // then
      const problem = page.getByText('"1 hour" is no ISO 8601 duration')
      await problem.waitFor()

      // when
      await field('Duration').fill('PT1H')
      await page.keyboard.press('Tab')

      // then
      await problem.waitFor({ state: 'detached' })
      await expect
        .poll(savedXml)
        .toMatch(/<bpmn:timeDuration xsi:type="bpmn:tFormalExpression">PT1H</u)

      // when
      await page.getByLabel('Waits for', { exact: true }).click()
      await page.getByRole('option', { name: 'Date' }).click()
      await field('Date').fill('=now() + duration("PT1H")')
      await page.keyboard.press('Tab')

      // then
      await expect.poll(savedXml).toContain('=now() + duration("PT1H")</bpmn:timeDate>')
    },
  )

  it.skipIf(isSkipped)('brings one from the list of problems to the field', async () => {
    // given
    await chooseHttp()
    expect(await page.getByText('Enter a value.', { exact: true }).count()).toBe(0)
    await page.locator('[data-element-id="first"] .djs-hit').first().click()

    // when
    await page.getByRole('button', { name: /^\d+ problems?$/u }).click()
    await page.getByRole('button', { name: 'Notify URL: Enter a value.' }).click()

    // then
    await page.getByText('Enter a value.', { exact: true }).waitFor()
    await expect
      .poll(() => field('URL').evaluate((input) => input === input.ownerDocument.activeElement))
      .toBe(true)
  })

  it.skipIf(isSkipped)('has a script task compute a variable, or a worker do it', async () => {
    // given
    await page.locator('[data-element-id="first"] .djs-hit').first().click()

    // when
    await field('Result variable').fill('')
    await page.keyboard.press('Tab')

    // then
    await page.getByText('The result has no variable. Name one.').waitFor()

    // when
    await field('Result variable').fill('read')
    await page.keyboard.press('Tab')

    // then
    await expect.poll(savedXml).toContain('resultVariable="read"')

    // when
    await page.getByLabel('Done by', { exact: true }).click()
    await page.getByRole('option', { name: 'A worker' }).click()
    await field('Job type').fill('read-order')
    await page.keyboard.press('Tab')

    // then
    await expect.poll(savedXml).toContain('<zeebe:taskDefinition type="read-order" />')
    expect(await savedXml()).not.toContain('zeebe:script')
  })

  it.skipIf(isSkipped)('follows undo and redo', async () => {
    // given
    await chooseHttp()
    await field('URL').fill('https://example.com')
    await page.keyboard.press('Tab')

    // when
    await page.getByRole('button', { name: 'Undo' }).click()

    // then
    await expect.poll(() => field('URL').inputValue()).toBe('')

    // when
    await page.getByRole('button', { name: 'Redo' }).click()

    // then
    await expect.poll(() => field('URL').inputValue()).toBe('https://example.com')
    await expect.poll(savedXml).toContain('source="https://example.com" target="url"')
  })

  it.skipIf(isSkipped)('keeps the focus in the ID while it is written', async () => {
    const id = page.getByRole('textbox', { name: 'ID', exact: true })
    await id.fill('notify')
    await page.locator('[data-element-id="notify"]').first().waitFor()
    await page.keyboard.press('End')
    await page.keyboard.type('All')
    await page.locator('[data-element-id="notifyAll"]').first().waitFor()
    expect(await id.inputValue()).toBe('notifyAll')
  })

  it.skipIf(isSkipped)(
    'loses nothing of what is typed when another element is selected at once',
    async () => {
      await chooseHttp()
      await field('URL').fill('https://example.com')
      await page.locator('[data-element-id="first"] .djs-hit').first().click()
      await page.getByRole('heading', { name: 'Script task' }).waitFor()
      await expect.poll(savedXml).toContain('source="https://example.com" target="url"')
    },
  )
})

const createModel = async (address: string): Promise<string> => {
  const response = await fetch(`${address}/api/models`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Orders', xml: model }),
  })
  return textAt(await response.json(), 'id')
}

const textAt = (value: unknown, name: string): string => {
  const found =
    typeof value === 'object' && value !== null
      ? new Map(Object.entries(value)).get(name)
      : undefined
  if (typeof found !== 'string') throw new Error(`The answer has no text "${name}".`)
  return found
}
