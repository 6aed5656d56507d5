import { openEngine, type Engine } from '@tenon/engine'
import {
  createHttp,
  environmentSecrets,
  loadConnectors,
  startOutbound,
  type Log,
  type Outbound,
} from '@tenon/runtime'
import type { Connector } from '@tenon/sdk'
import { readTimeZone, type Environment } from './settings.ts'

export interface InstallationOptions {
  readonly dataFolder: string
  /** Where secrets and the time zone are read from. */
  readonly environment: Environment
  readonly log: Log
}

/** An engine on its data folder, and the connectors that work for it. */
export interface Installation {
  readonly engine: Engine
  readonly connectors: readonly Connector[]
  /** Puts the connectors to work; call it once all else has started. */
  startConnectors(): void
  /** Lets calls under way end, within a limit, and lets go of the data folder. */
  close(): Promise<void>
}

/** The connectors of this installation: what this package depends on. */
export const installedConnectors = (): ReturnType<typeof loadConnectors> =>
  loadConnectors(new URL('../package.json', import.meta.url))

/** Throws `EngineError` or `RuntimeError`; then nothing is left open. */
export const openInstallation = async ({
  dataFolder,
  environment,
  log,
}: InstallationOptions): Promise<Installation> => {
  const connectors = await installedConnectors()
  const timeZone = readTimeZone(environment)
  const engine = openEngine({ folder: dataFolder, timeZone })
  const { jobs, secretSeal: seal, installationId } = engine
  const http = createHttp()
  const secrets = environmentSecrets(environment)
  let outbound: Outbound | undefined
  return {
    engine,
    connectors,
    startConnectors: () => {
      const services = { jobs, http, secrets, seal, installationId, log, timeZone }
      outbound = startOutbound({ connectors, ...services })
    },
    close: async () => {
      try {
        await outbound?.close()
      } finally {
        http.close()
        await engine.close()
      }
    },
  }
}
