import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { expect, it } from 'vitest'

const waitForStop = `
import { processTerminal } from '${new URL('terminal.ts', import.meta.url).href}'
const terminal = processTerminal()
const running = setInterval(() => {}, 1_000)
terminal.stopped.addEventListener('abort', () => {
  clearInterval(running)
  terminal.print('cleaned up')
})
terminal.tell('ready')
`

it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  'lets a command clean up at %s',
  async (signal) => {
    // given
    const child = spawn(process.execPath, ['--input-type=module', '--eval', waitForStop])
    const printed = text(child.stdout)
    await once(child.stderr, 'data')
    // when
    child.kill(signal)
    // then
    expect(await printed).toBe('cleaned up\n')
  },
)
