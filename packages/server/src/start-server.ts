import { fileURLToPath } from 'node:url'
import { openProductDatabase } from '@tenon/runtime/database'
import type { Logger } from 'pino'
import { buildApp } from './build-app.ts'
import { closeWithin } from './closing.ts'
import { openInstallation } from './installation.ts'
import { limits } from './limits.ts'
import { listen } from './listen.ts'
import { createLog } from './log.ts'
import type { Environment, Settings } from './settings.ts'
import { openTemplates } from './templates/open-templates.ts'

export interface RunningServer {
  /** Such as `http://127.0.0.1:8080`. */
  readonly address: string
  /** Finishes what is being answered, within a limit, and lets go of the data folder. */
  close(): Promise<void>
}

export interface ServerParts {
  readonly log?: Logger
  /** Where secrets are read from; default the process's own environment. */
  readonly environment?: Environment
  /** Folder of the built browser app. */
  readonly webFolder?: string
}

const builtWeb = fileURLToPath(new URL('../../web/dist', import.meta.url))

/**
 * Opens the data folder, puts the connectors to work and serves. Throws `ServerError`,
 * `EngineError` or `RuntimeError` where it cannot; then nothing is left running.
 */
export const startServer = async (
  settings: Settings,
  { log = createLog(), environment = process.env, webFolder = builtWeb }: ServerParts = {},
): Promise<RunningServer> => {
  const { dataFolder, host } = settings
  await using opening = new AsyncDisposableStack()
  const installation = await openInstallation({ dataFolder, environment, host, log })
  opening.defer(() => installation.close())
  // The engine holds the folder, so nobody else has this file open.
  const product = openProductDatabase(dataFolder)
  opening.defer(() => product.close())
  const app = await buildApp({
    orchestration: installation.engine,
    installationId: installation.engine.installationId,
    models: product.models,
    templates: openTemplates(installation.connectors, { dataFolder, log }),
    log,
    webFolder,
  })
  opening.defer(() => closeWithin(app, limits.closeMsMax))
  const address = await listen(app, settings)
  installation.startConnectors()
  const running = opening.move()
  return { address, close: () => running.disposeAsync() }
}
