import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { serve } from '../cli/local-server.ts'
import { skippedWithoutChromium } from './chromium.ts'
import { accessibilityProblems, openApp } from './open-app.ts'
import { walk, type Shop } from './walk.ts'

/** Where the pictures of the last run are. */
const folder = join(import.meta.dirname, 'pictures')

const openShop = async (): Promise<Shop> => {
  let isFailing = false
  const address = await serve((_request, response) => {
    response.statusCode = isFailing ? 500 : 200
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ available: 12 }))
  })
  return { address, setFailing: (value) => (isFailing = value) }
}

const options = { timeout: 120_000, skip: skippedWithoutChromium !== '' }

describe(`The first process${skippedWithoutChromium}`, options, () => {
  it('is modelled, deployed, run to its end, and repaired when it fails', async () => {
    const { page } = await openApp('/')
    const shop = await openShop()
    page.setDefaultTimeout(15_000)
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder)
    const problems: string[] = []
    let count = 0

    await walk({
      page,
      shop,
      picture: async (name) => {
        count += 1
        const path = join(folder, `${String(count).padStart(2, '0')}-${name}.png`)
        await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
        await page.screenshot({ path })
        problems.push(...(await accessibilityProblems(page)).map((found) => `${name}: ${found}`))
      },
    })

    expect(problems).toEqual([])
  })
})
