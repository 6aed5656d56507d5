import { isIP, isIPv4 } from 'node:net'
import { isInList, plainAddress, toBlockList } from './special-addresses.ts'

/** What may be called although it is not public. */
export interface AllowedHosts {
  /** By its name; then it does not matter which address it has. */
  readonly hasName: (hostname: string) => boolean
  readonly hasAddress: (address: string) => boolean
}

const everything: AllowedHosts = { hasName: () => true, hasAddress: () => true }

/**
 * Reads host names, addresses, and ranges such as `10.0.0.0/8`, with commas between; `*` is all.
 * Undefined where an entry is none of these.
 */
export const readAllowedHosts = (text: string): AllowedHosts | undefined => {
  const entries = text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
  if (entries.includes('*')) return everything
  const read = entries.map((entry) => rangeOf(entry) ?? nameOf(entry))
  if (read.some((entry) => entry === undefined)) return undefined
  const names = new Set(read.filter((entry) => typeof entry === 'string'))
  const list = toBlockList(read.flatMap((entry) => (typeof entry === 'object' ? entry.range : [])))
  return {
    hasName: (hostname) => names.has(withoutDot(hostname)),
    hasAddress: (address) => isInList(list, plainAddress(address) ?? address),
  }
}

const rangeOf = (entry: string): { readonly range: string } | undefined => {
  const [address = '', prefix, ...more] = entry.replace(/^\[(.*)\]$/, '$1').split('/')
  if (isIP(address) === 0 || address.includes('%') || more.length > 0) return undefined
  const bits = isIPv4(address) ? 32 : 128
  if (prefix === undefined) return { range: `${address}/${bits}` }
  const isPrefix = /^\d{1,3}$/.test(prefix) && Number(prefix) <= bits
  return isPrefix ? { range: `${address}/${prefix}` } : undefined
}

/** As a URL has it. A name that a URL reads as an address would allow something else. */
const nameOf = (entry: string): string | undefined => {
  if (!/^[\p{L}\p{M}\p{N}._-]+$/u.test(entry)) return undefined
  const hostname = URL.parse(`http://${entry}/`)?.hostname
  if (hostname === undefined || isIP(hostname) !== 0) return undefined
  return withoutDot(hostname)
}

const withoutDot = (hostname: string): string => hostname.replace(/\.$/, '')
