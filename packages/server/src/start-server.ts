import { fileURLToPath } from 'node:url'
import { openEngine, type Engine } from '@tenon/engine'
import {
  createHttp,
  environmentSecrets,
  loadConnectors,
  startOutbound,
  type HttpClient,
  type Outbound,
} from '@tenon/runtime'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { buildApp } from './build-app.ts'
import { closeWithin } from './closing.ts'
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

/** The connectors are what this package depends on. */
const packageJson = new URL('../package.json', import.meta.url)
const builtWeb = fileURLToPath(new URL('../../web/dist', import.meta.url))

/**
 * Opens the data folder, puts the connectors to work and serves. Throws `ServerError`,
 * `EngineError` or `RuntimeError` where it cannot; then nothing is left running.
 */
export const startServer = async (
  settings: Settings,
  { log = createLog(), environment = process.env, webFolder = builtWeb }: ServerParts = {},
): Promise<RunningServer> => {
  const connectors = await loadConnectors(packageJson)
  const engine = openEngine({ folder: settings.dataFolder })
  const http = createHttp()
  const parts: Parts = { engine, http }
  try {
    parts.app = await buildApp({
      orchestration: engine,
      installationId: engine.installationId,
      log,
      webFolder,
    })
    const address = await listen(parts.app, settings)
    parts.outbound = startOutbound({
      connectors,
      jobs: engine.jobs,
      http,
      secrets: environmentSecrets(environment),
      seal: engine.secretSeal,
      installationId: engine.installationId,
      log,
    })
    return { address, close: () => closeParts(parts) }
  } catch (error) {
    await closeParts(parts)
    throw error
  }
}

/** What was started, to be closed in the opposite order. */
interface Parts {
  readonly engine: Engine
  readonly http: HttpClient
  app?: FastifyInstance
  outbound?: Outbound
}

const closeParts = async ({ engine, http, app, outbound }: Parts): Promise<void> => {
  try {
    if (app !== undefined) await closeWithin(app, limits.closeMsMax)
    await outbound?.close()
  } finally {
    http.close()
    await engine.close()
  }
}
