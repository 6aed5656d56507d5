import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/**
 * Installs what a folder's own lockfile names, by npm under the pinned Node.
 *
 * @returns why it cannot; undefined when it is installed.
 */
export const installFolder = async (folder: string): Promise<string | undefined> => {
  const npm = process.env['npm_execpath']
  if (npm === undefined) return 'npm_execpath is not set: run it with npm test'
  try {
    const options = ['ci', '--no-audit', '--no-fund', '--prefer-offline', '--ignore-scripts']
    await run(process.execPath, [npm, ...options], { cwd: folder })
    return undefined
  } catch (error) {
    return `npm cannot install ${folder}: ${String(error)}`
  }
}
