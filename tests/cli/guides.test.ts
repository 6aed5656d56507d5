import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, it, onTestFinished } from 'vitest'
import { freePort } from '../tenon-process.ts'
import { endOf, environmentOf, root, temporaryFolder, type Ended, type Spawned } from './tenon.ts'

/**
 * A block of code by the words after its fence: what runs, goes on running, or fails; and what the
 * last one printed on stdout (`json`) or stderr (`text`).
 */
interface Block {
  readonly kind: Kind
  readonly text: string
}
const kinds = ['sh', 'sh background', 'sh fails', 'json', 'text'] as const
type Kind = (typeof kinds)[number]

const blocksOf = (page: string): readonly Block[] =>
  [...page.matchAll(/^```(\w.*)\n([\s\S]*?)^```$/gm)].flatMap(([, fence, text = '']) => {
    const kind = kinds.find((each) => each === fence)
    return kind === undefined ? [] : [{ kind, text }]
  })

const shell = (command: string, environment: NodeJS.ProcessEnv): Spawned =>
  // A group of its own, so that what a shell or npm started ends with it.
  spawn('sh', ['-ec', command], {
    cwd: root,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })

const inBackground = async (command: string, environment: NodeJS.ProcessEnv): Promise<void> => {
  const child = shell(command, environment)
  onTestFinished(() => void process.kill(-(child.pid ?? 0)))
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.includes(' ready at ')) return
  }
  throw new Error(`It ended before it was ready: ${command}`)
}

/** Runs the page as a reader would, on ports and in a data folder of its own. */
const follow = async (path: string): Promise<void> => {
  const [tenonPort, shopPort] = [await freePort(), await freePort()]
  const serving = { TENON_PORT: String(tenonPort), TENON_DATA: temporaryFolder() }
  const here = (text: string): string =>
    text
      .replaceAll('8080', String(tenonPort))
      .replaceAll('8090', String(shopPort))
      .replaceAll('.camunda/element-templates', temporaryFolder())
      // The test itself runs in what `npm ci` has installed.
      .replaceAll('npm ci && ', '')
  let last: Ended = { stdout: '', stderr: '', exitCode: 0 }
  for (const { kind, text } of blocksOf(readFileSync(join(root, path), 'utf8'))) {
    if (kind === 'sh background') await inBackground(here(text), environmentOf(serving))
    else if (kind === 'json') expect(JSON.parse(last.stdout)).toEqual(JSON.parse(here(text)))
    else if (kind === 'text') expect(last.stderr).toContain(here(text))
    else {
      last = await endOf(shell(here(text), environmentOf()))
      expect(last).toMatchObject({ exitCode: kind === 'sh fails' ? 1 : 0 })
    }
  }
}

it.each([
  'README.md',
  'examples/README.md',
  'docs/guides/first-model.md',
  'docs/guides/first-process.md',
  'docs/reference/api.md',
])('what %s says, works', async (path) => {
  await follow(path)
})
