import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { buildApp } from './build-app.ts'
import { closeWithin } from './closing.ts'
import { openInstallation, type Installation } from './installation.ts'
import { limits } from './limits.ts'
import { listen } from './listen.ts'
import { createLog } from './log.ts'
import type { Environment, Settings } from './settings.ts'

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
  const installation = await openInstallation({ dataFolder, environment, host, log })
  let app: FastifyInstance | undefined
  try {
    const { engine } = installation
    const { installationId } = engine
    app = await buildApp({ orchestration: engine, installationId, log, webFolder })
    const running = { app, installation }
    const address = await listen(app, settings)
    installation.startConnectors()
    return { address, close: () => close(running) }
  } catch (error) {
    await close({ app, installation })
    throw error
  }
}

const close = async ({
  app,
  installation,
}: {
  readonly app: FastifyInstance | undefined
  readonly installation: Installation
}): Promise<void> => {
  try {
    if (app !== undefined) await closeWithin(app, limits.closeMsMax)
  } finally {
    await installation.close()
  }
}
