import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Environment } from '../terminal.ts'

/** Where a run keeps its data. */
export interface DataFolder {
  /** Absolute. */
  readonly path: string

  /** Takes it away unless it is kept. */
  leave(): Promise<void>
}

/** The folder of the option, else that of `TENON_DATA`, else a new temporary one. */
export const openDataFolder = async (
  option: string | undefined,
  environment: Environment,
): Promise<DataFolder> => {
  const given = option ?? environment['TENON_DATA'] ?? ''
  if (given !== '') return { path: resolve(given), leave: async () => {} }
  const path = await mkdtemp(join(tmpdir(), 'tenon-run-'))
  return { path, leave: () => rm(path, { recursive: true, force: true }) }
}
