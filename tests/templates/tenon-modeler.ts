import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { z } from 'zod'
import { launchChromium } from '../browser/chromium.ts'
import { bundle } from './bundle.ts'
import type { Difference } from './comparison.ts'
import type { Scenario, Step } from './scenario.ts'

const differences = z.array(
  z.object({
    scenario: z.string(),
    action: z.string(),
    ours: z.array(z.string()),
    theirs: z.array(z.string()),
  }),
)

/** The modeler of our app, in Chromium. */
export class TenonModeler implements AsyncDisposable {
  readonly #browser: Browser
  readonly #page: Page

  private constructor(browser: Browser, page: Page) {
    this.#browser = browser
    this.#page = page
  }

  static async start(): Promise<TenonModeler> {
    const script = await bundle(join(import.meta.dirname, 'tenon-modeler.js'))
    const browser = await launchChromium()
    const page = await browser.newPage()
    await page.setContent('<div id="canvas" style="width: 800px; height: 600px"></div>')
    await page.addScriptTag({ content: script })
    return new TenonModeler(browser, page)
  }

  /** Does again what was recorded, as `compare` does. */
  async compare(scenario: Scenario, steps: readonly Step[]): Promise<readonly Difference[]> {
    const argument = JSON.stringify(JSON.stringify({ scenario, steps }))
    const answer: unknown = await this.#page.evaluate(`compareScenario(${argument})`)
    return differences.parse(JSON.parse(z.string().parse(answer)))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#browser.close()
  }
}
