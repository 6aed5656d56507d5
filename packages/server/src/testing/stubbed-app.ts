import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Orchestration } from '@tenon/orchestration'
import { openProductDatabase } from '@tenon/runtime/database'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { buildApp } from '../build-app.ts'
import { openTemplates } from '../templates/open-templates.ts'
import { stubOrchestration } from './stub-orchestration.ts'

const silent = pino({ enabled: false })

interface Parts {
  readonly log?: typeof silent
  readonly webFolder?: string
}

/** The app before an orchestration, with what a test does not care about filled in. */
export const openApp = async (
  orchestration: Orchestration,
  { log = silent, webFolder = join(tmpdir(), 'no-such-folder') }: Parts = {},
): Promise<FastifyInstance> => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'tenon-server-'))
  const product = openProductDatabase(dataFolder)
  const app = await buildApp({
    orchestration,
    installationId: 'installation-1',
    models: product.models,
    templates: openTemplates([], { dataFolder, log }),
    log,
    webFolder,
  })
  app.addHook('onClose', async () => {
    await product.close()
    rmSync(dataFolder, { recursive: true })
  })
  return app
}

/** The app before an orchestration that a test makes up. */
export const openStubbedApp = (
  stub: Parameters<typeof stubOrchestration>[0] = {},
  parts: Parts = {},
): Promise<FastifyInstance> => openApp(stubOrchestration(stub), parts)
