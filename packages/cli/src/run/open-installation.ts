import { openEngine } from '@tenon/engine'
import type { Orchestration } from '@tenon/orchestration'
import { createHttp, environmentSecrets, startOutbound } from '@tenon/runtime'
import { installedConnectors } from '../installed-connectors.ts'
import type { Terminal } from '../terminal.ts'
import { terminalLog } from './terminal-log.ts'

/** An engine with its connectors at work, without a server. */
export interface Installation {
  readonly orchestration: Orchestration
  close(): Promise<void>
}

/** Throws `EngineError` or `RuntimeError`; then nothing is left running. */
export const openInstallation = async (
  folder: string,
  terminal: Terminal,
): Promise<Installation> => {
  const connectors = await installedConnectors()
  const engine = openEngine({ folder })
  const http = createHttp()
  const outbound = startOutbound({
    connectors,
    jobs: engine.jobs,
    http,
    secrets: environmentSecrets(terminal.environment),
    seal: engine.secretSeal,
    installationId: engine.installationId,
    log: terminalLog(terminal),
  })
  return {
    orchestration: engine,
    close: async () => {
      try {
        await outbound.close()
      } finally {
        http.close()
        await engine.close()
      }
    },
  }
}
