import { openEngine, type Engine } from '@tenon/engine'
import {
  addressGuard,
  createHttp,
  environmentSecrets,
  loadConnectors,
  startOutbound,
  type Log,
  type Outbound,
} from '@tenon/runtime'
import type { Connector } from '@tenon/sdk'
import { isLoopback } from './loopback.ts'
import { readInstallationSettings, type Environment } from './settings.ts'

export interface InstallationOptions {
  readonly dataFolder: string
  /** Where secrets, the time zone and the allowed hosts are read from. */
  readonly environment: Environment
  /** The address that is listened on; undefined where none is. */
  readonly host?: string | undefined
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
  host,
  log,
}: InstallationOptions): Promise<Installation> => {
  const connectors = await installedConnectors()
  const settings = readInstallationSettings(environment)
  const { timeZone, isClockPinnable, allowedHosts: allowed } = settings
  const engine = openEngine({ folder: dataFolder, timeZone, isClockPinnable })
  const { jobs, secretSeal: seal, installationId } = engine
  // Who can reach us from elsewhere must not reach through us what listens for this machine only.
  const isLoopbackAllowed = host === undefined || isLoopback(host)
  const http = createHttp(addressGuard({ allowed, isLoopbackAllowed }))
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
