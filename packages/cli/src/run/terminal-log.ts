import type { Log } from '@tenon/runtime'
import type { Terminal } from '../terminal.ts'

/** Tells people what the runtime would log, each in a line. */
export const terminalLog = ({ tell }: Pick<Terminal, 'tell'>): Log => ({
  debug: () => {},
  warn: (details, message) => tell(`warning: ${message}${describe(details)}`),
  error: (details, message) => tell(`error: ${message}${describe(details)}`),
})

const describe = (details: object): string => {
  const parts = Object.entries(details).map(([name, value]) => `${name} ${shown(value)}`)
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`
}

const shown = (value: unknown): string => (value instanceof Error ? value.message : String(value))
