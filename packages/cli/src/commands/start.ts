import { once } from 'node:events'
import { command } from '../command.ts'
import { exitCode } from '../exit-code.ts'

export const start = command(
  {
    name: 'start',
    summary: 'Starts Tenon and serves until it is stopped',
    details: [
      'Prints "Tenon ready at <address>" once it serves. Its log goes to stderr as JSON lines.',
      'Ctrl+C or SIGTERM stop it: it finishes what it is doing first; once more, and it stops at once.',
    ],
    operands: { usage: '', most: 0 },
    options: {},
    examples: ['tenon start', 'TENON_PORT=8090 TENON_DATA=/var/lib/tenon tenon start'],
  },
  async ({ terminal }) => {
    const { stopped } = terminal
    const { readSettings, startServer } = await import('@tenon/server')
    const { settings, warnings } = readSettings(terminal.environment)
    for (const warning of warnings) terminal.tell(`warning: ${warning}`)
    const server = await startServer(settings, { environment: terminal.environment })
    terminal.print(`Tenon ready at ${server.address}`)
    if (!stopped.aborted) await once(stopped, 'abort')
    await server.close()
    return exitCode.done
  },
)
