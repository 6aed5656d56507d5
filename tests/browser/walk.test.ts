import { once } from 'node:events'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createShop } from '../../examples/shop-server.ts'
import { freePort } from '../tenon-process.ts'
import { skippedWithoutChromium } from './chromium.ts'
import { accessibilityProblems, openApp } from './open-app.ts'
import { walk, type Shop } from './walk.ts'

/** Where the pictures of the last run are; `npm run pictures` puts them into the guide. */
const folder = join(import.meta.dirname, 'pictures')

const openShop = async (): Promise<Shop> => {
  // The guide has the shop at 8090.
  const port = process.env['npm_lifecycle_event'] === 'pictures' ? 8090 : await freePort()
  const server = createShop()
  const start = async (): Promise<void> => {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
  }
  const stop = async (): Promise<void> => {
    server.close()
    server.closeAllConnections()
    await once(server, 'close')
  }
  await start()
  onTestFinished(stop)
  return { address: `http://127.0.0.1:${port}`, start, stop }
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

    await walk({
      page,
      shop,
      picture: async (name) => {
        await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
        await page.screenshot({ path: join(folder, `${name}.png`) })
        problems.push(...(await accessibilityProblems(page)).map((found) => `${name}: ${found}`))
      },
    })

    expect(problems).toEqual([])
  })
})
