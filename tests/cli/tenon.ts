import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { onTestFinished, vi } from 'vitest'

// Starting a program takes its time on a machine that has other work.
vi.setConfig({ testTimeout: 60_000 })

export const root = join(import.meta.dirname, '../..')
const binFolder = join(root, 'node_modules/.bin')

export interface Ended {
  readonly stdout: string
  readonly stderr: string
  readonly exitCode: number | null
}

export type Variables = Readonly<Record<string, string>>

/** What npm and npx give to a program: the workspace's own programs come first. */
export const environmentOf = (variables: Variables = {}): NodeJS.ProcessEnv => {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('TENON_'))
  const path = `${binFolder}${delimiter}${process.env['PATH'] ?? ''}`
  return { ...Object.fromEntries(inherited), ...variables, PATH: path }
}

/** Runs the real `tenon`, as `npx tenon` does. */
export const tenon = (args: readonly string[], variables: Variables = {}): Promise<Ended> =>
  endOf(spawnTenon(args, variables))

export const spawnTenon = (args: readonly string[], variables: Variables = {}): Spawned =>
  spawn(join(binFolder, 'tenon'), args, {
    cwd: root,
    env: environmentOf(variables),
    stdio: ['ignore', 'pipe', 'pipe'],
  })

export type Spawned = ChildProcessByStdio<null, Readable, Readable>

export const endOf = async (child: Spawned): Promise<Ended> => {
  const [stdout, stderr] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    child.exitCode ?? once(child, 'exit'),
  ])
  return { stdout, stderr, exitCode: child.exitCode }
}

/** A folder that is gone after the test. */
export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'tenon-cli-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
