import { findPackageJSON } from 'node:module'
import { pathToFileURL } from 'node:url'
import { loadConnectors } from '@tenon/runtime'
import type { Connector } from '@tenon/sdk'

/** The connectors of this installation: those that the server depends on. */
export const installedConnectors = (): Promise<readonly Connector[]> =>
  loadConnectors(pathToFileURL(findPackageJSON('@tenon/server', import.meta.url) ?? ''))
