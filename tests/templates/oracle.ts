import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { z } from 'zod'
import { launchChromium } from '../browser/chromium.ts'
import { bundle } from './bundle.ts'
import type { Action, Scenario, ShownField, Step } from './scenario.ts'

/** Pages that record at the same time. */
const pageCount = 2

const recorded = z.array(
  z.object({
    action: z.custom<Action>(),
    xml: z.string(),
    fields: z.array(z.custom<ShownField>()),
  }),
)

/** bpmn-js with Camunda's own library for element templates, in Chromium. */
export class Oracle implements AsyncDisposable {
  readonly #browser: Browser
  readonly #pages: readonly Page[]

  private constructor(browser: Browser, pages: readonly Page[]) {
    this.#browser = browser
    this.#pages = pages
  }

  static async start(): Promise<Oracle> {
    const script = await bundle(join(import.meta.dirname, 'camunda-modeler.js'))
    const browser = await launchChromium()
    const pages = Array.from({ length: pageCount }, () => openPage(browser, script))
    return new Oracle(browser, await Promise.all(pages))
  }

  /** Does what each scenario says, several at a time, and hands over what came of it. */
  async record(
    scenarios: readonly Scenario[],
    take: (scenario: Scenario, steps: readonly Step[]) => Promise<void>,
  ): Promise<void> {
    const waiting = scenarios.values()
    const work = async (page: Page): Promise<void> => {
      for (const scenario of waiting) await take(scenario, await recordIn(page, scenario))
    }
    await Promise.all(this.#pages.map(work))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#browser.close()
  }
}

/** In a context of its own, so that the page has a process of its own. */
const openPage = async (browser: Browser, script: string): Promise<Page> => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.setContent('<div id="canvas" style="width: 800px; height: 600px"></div>')
  await page.addScriptTag({ content: script })
  return page
}

const recordIn = async (page: Page, scenario: Scenario): Promise<readonly Step[]> => {
  const argument = JSON.stringify(JSON.stringify(scenario))
  try {
    const answer: unknown = await page.evaluate(`recordScenario(${argument})`)
    return recorded.parse(JSON.parse(z.string().parse(answer)))
  } catch (error) {
    throw new Error(`${scenario.name} cannot be recorded`, { cause: error })
  }
}
