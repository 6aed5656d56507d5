import { describe, expect, it } from 'vitest'
import { launchChromium, skippedWithoutChromium } from './chromium.ts'

describe(`Chromium${skippedWithoutChromium}`, { timeout: 60_000 }, () => {
  it.skipIf(skippedWithoutChromium !== '')('renders text in a font of the system', async () => {
    await using browser = await launchChromium()
    const page = await browser.newPage()
    await page.setContent('<span>Tenon</span>')

    const box = await page.locator('span').boundingBox()

    expect(box?.width).toBeGreaterThan(10)
  })
})
