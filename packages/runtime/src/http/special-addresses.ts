import { BlockList, isIPv4, isIPv6 } from 'node:net'

/** What an address is that is not one of the public Internet. */
export type SpecialKind = 'loopback' | 'private' | 'link-local' | 'shared' | 'platform' | 'reserved'

/** Of the registries of IANA for special addresses. */
const ranges: readonly (readonly [SpecialKind, readonly string[]])[] = [
  ['loopback', ['127.0.0.0/8', '::1/128']],
  ['private', ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7', 'fec0::/10']],
  // The metadata services of most clouds are here.
  ['link-local', ['169.254.0.0/16', 'fe80::/10']],
  ['shared', ['100.64.0.0/10']],
  // Public by its number, but Azure answers it inside of each machine.
  ['platform', ['168.63.129.16/32']],
  [
    'reserved',
    [
      ...['0.0.0.0/8', '192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '198.18.0.0/15'],
      ...['198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
      // Protocols, of which Teredo holds an address of IPv4; documentation.
      ...['2001::/23', '2001:db8::/32', '3fff::/20'],
    ],
  ],
]

/** A list of ranges such as `10.0.0.0/8`. Throws for what is none. */
export const toBlockList = (of: readonly string[]): BlockList => {
  const list = new BlockList()
  for (const range of of) {
    const [address = '', prefix = ''] = range.split('/')
    list.addSubnet(address, Number(prefix), familyOf(address))
  }
  return list
}

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIPv4(address) ? 'ipv4' : 'ipv6')

export const isInList = (list: BlockList, address: string): boolean =>
  list.check(address, familyOf(address))

const kinds = ranges.map(([kind, of]) => ({ kind, list: toBlockList(of) }))

/** All that is assigned to the public Internet in IPv6 is in here. */
const globalUnicast = toBlockList(['2000::/3'])

/** Undefined for a public address. What is no address counts as reserved. */
export const specialKindOf = (address: string): SpecialKind | undefined => {
  const plain = plainAddress(address)
  if (plain === undefined) return 'reserved'
  const special = kinds.find(({ list }) => isInList(list, plain))
  if (special !== undefined) return special.kind
  return isIPv4(plain) || isInList(globalUnicast, plain) ? undefined : 'reserved'
}

/**
 * The address that packets go to in the end: that of IPv4 inside one of IPv6 that maps or
 * translates it. Undefined for what is no address.
 */
export const plainAddress = (address: string): string | undefined => {
  if (isIPv4(address)) return address
  if (!isIPv6(address)) return undefined
  const withoutZone = address.replace(/%.*$/s, '')
  return innerIPv4(groupsOf(withoutZone)) ?? withoutZone
}

type Groups = readonly number[]

const groupsOf = (address: string): Groups => {
  const written = new URL(`http://[${address}]/`).hostname.slice(1, -1)
  const [left = [], right] = written.split('::').map((half) => toGroups(half))
  if (right === undefined) return left
  return [...left, ...Array.from({ length: 8 - left.length - right.length }, () => 0), ...right]
}

const toGroups = (text: string): number[] =>
  text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16))

const innerIPv4 = (groups: Groups): string | undefined => {
  const [first, second = 0, third = 0] = groups
  const [high = 0, low = 0] = groups.slice(6)
  // 6to4.
  if (first === 0x2002) return dotted(second, third)
  // Mapped, and NAT64.
  const prefix = groups.slice(0, 6).join()
  return ['0,0,0,0,0,65535', '100,65435,0,0,0,0'].includes(prefix) ? dotted(high, low) : undefined
}

const dotted = (high: number, low: number): string =>
  [high >> 8, high & 0xff, low >> 8, low & 0xff].join('.')
