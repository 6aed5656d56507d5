import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { freePort, TenonProcess } from '../tenon-process.ts'
import { launchChromium } from './chromium.ts'

const require = createRequire(import.meta.url)
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

/** A Tenon with a data folder of its own and a page of its app, until the test is over. */
export interface OpenApp {
  readonly page: Page
  readonly address: string
  /** Ends the process; `start` brings it back at the same address, with the same data. */
  readonly stop: () => Promise<void>
  readonly start: () => Promise<void>
}

/** Opens the app at a path. */
export const openApp = async (path: string): Promise<OpenApp> => {
  const folder = mkdtempSync(join(tmpdir(), 'tenon-app-'))
  const port = await freePort()
  let tenon = await TenonProcess.start(folder, port)
  const browser = await launchChromium()
  onTestFinished(async () => {
    await browser.close()
    await tenon.kill('SIGTERM')
    rmSync(folder, { recursive: true })
  })
  const page = await browser.newPage({ baseURL: tenon.address })
  await page.goto(path)
  return {
    page,
    address: tenon.address,
    stop: () => tenon.kill('SIGTERM'),
    start: async () => {
      tenon = await TenonProcess.start(folder, port)
    },
  }
}

/** What bpmn.io draws: its watermark, the diagram, and the menus over it. */
const bpmnIo = ['.bjs-powered-by', '.djs-container > svg', '.djs-popup']

/**
 * Takes a label for hidden when its field has been scrolled away; that each field has a label, the
 * rule `label` sees.
 */
const wrongRule = 'label-title-only'

const findViolations = `axe.run(
  { exclude: ${JSON.stringify(bpmnIo)} },
  { rules: { '${wrongRule}': { enabled: false } } },
)`

/** A menu that still fades in has pale colours; what turns for ever, as a loader does, is not waited for. */
const settled = `Promise.allSettled(
  document.getAnimations()
    .filter((animation) => Number.isFinite(animation.effect?.getComputedTiming().endTime))
    .map((animation) => animation.finished),
)`

/** What axe-core finds outside of what bpmn.io draws, in light and in dark. */
export const accessibilityProblems = async (page: Page): Promise<readonly string[]> => {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.evaluate(settled)
    await page.evaluate(axe)
    const { violations } = await page.evaluate<AxeResults>(findViolations)
    found.push(...violations.map(({ id, nodes }) => `${colorScheme} ${id}: ${nodes[0]?.html}`))
  }
  return found
}

/** Posts JSON to the app's server and gives the answer. */
export const postJson = async <Answer>(url: string, json: unknown): Promise<Answer> => {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(json) })
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`)
  return (await response.json()) as Answer
}

/** The JSON at an address of the app's server. */
export const readJson = async <Answer>(url: string): Promise<Answer> => {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url} answered ${response.status}`)
  return (await response.json()) as Answer
}
