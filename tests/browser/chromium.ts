import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium, type Browser } from 'playwright-core'

/** The names under which systems install Chromium, Debian's first. */
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** Runs as root and without a screen, and calls nobody. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const missing = `no Chromium on the PATH (${names.join(', ')})`

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    // What cannot be executed is no browser for us, for whichever reason.
    return false
  }
}

const findChromium = (): string | undefined => {
  const folders = ['/usr/bin', ...(process.env['PATH'] ?? '').split(delimiter)]
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => isExecutable(path))
}

const executable = findChromium()
const isRequired = process.env['TENON_SERVICES'] === 'required'

/**
 * What the name of a suite that needs a browser ends with: empty where it runs, else ` (skipped: …)`.
 * With TENON_SERVICES=required it runs in any case, and fails without a browser.
 */
export const skippedWithoutChromium =
  executable === undefined && !isRequired ? ` (skipped: ${missing})` : ''

/**
 * Starts the system's Chromium without a window. The caller closes it.
 *
 * @throws Error where none is installed.
 */
export const launchChromium = (): Promise<Browser> => {
  if (executable === undefined) return Promise.reject(new Error(missing))
  return chromium.launch({ executablePath: executable, args: flags })
}
