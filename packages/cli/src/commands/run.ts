import { basename } from 'node:path'
import { command } from '../command.ts'
import { exitCode } from '../exit-code.ts'
import { readBytes } from '../read-file.ts'
import { openDataFolder } from '../run/data-folder.ts'
import { readTimeoutMs, timeoutSecondsDefault } from '../run/read-timeout.ts'
import { readVariables } from '../run/read-variables.ts'
import type { Run } from '../run/run-model.ts'
import { terminalLog } from '../run/terminal-log.ts'
import type { Terminal } from '../terminal.ts'

export const run = command(
  {
    name: 'run',
    summary: 'Runs one process instance to its end and prints its variables as JSON',
    details: [
      'Deploys the model into a new temporary data folder and needs no running Tenon. An incident',
      'ends it with exit code 1 and the reason on stderr. A model gets the value of its secret NAME',
      'from the environment variable TENON_SECRET_NAME.',
    ],
    operands: { usage: '<model.bpmn>', most: 1 },
    options: {
      variables: { value: 'json', description: 'Variables as a JSON object, or @file with one' },
      process: { value: 'id', description: 'Which process, where the model has several' },
      timeout: {
        value: 'seconds',
        description: `How long it may take; default ${timeoutSecondsDefault}`,
      },
      data: { value: 'folder', description: 'Data folder to use and keep; default TENON_DATA' },
    },
    examples: [
      `tenon run examples/discount.bpmn --variables '{"items": [{"price": 40, "quantity": 3}]}'`,
      'tenon run order.bpmn --variables @order.json --data ./data',
    ],
  },
  async ({ requireOperands, option, terminal }) => {
    const [path] = requireOperands()
    const order: Run = {
      model: { name: basename(path), content: await readBytes(path) },
      processId: option('process'),
      variables: await readVariables(option('variables')),
      timeoutMs: readTimeoutMs(option('timeout')),
      stopped: terminal.stopped,
    }
    const variables = await runIn(option('data'), order, terminal)
    terminal.print(JSON.stringify(variables, null, 2))
    return exitCode.done
  },
)

const runIn = async (data: string | undefined, order: Run, terminal: Terminal) => {
  // Loaded only now, for help and wrong usage need none of it.
  const { openInstallation } = await import('@tenon/server/installation')
  const { runModel } = await import('../run/run-model.ts')
  const folder = await openDataFolder(data, terminal.environment)
  try {
    const installation = await openInstallation({
      dataFolder: folder.path,
      environment: terminal.environment,
      log: terminalLog(terminal),
    })
    try {
      installation.startConnectors()
      return await runModel(installation.engine, order)
    } finally {
      await installation.close()
    }
  } finally {
    await folder.leave()
  }
}
