import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainAddress, type SpecialKind, specialKindOf } from './special-addresses.ts'

/** The first and last address of each range, and the public ones beside them. */
const edges: readonly (readonly [SpecialKind, readonly string[], readonly string[]])[] = [
  ['loopback', ['127.0.0.0', '127.255.255.255', '::1'], ['126.255.255.255', '128.0.0.0']],
  [
    'private',
    [
      ...['10.0.0.0', '10.255.255.255', '172.16.0.0', '172.31.255.255', '192.168.0.0'],
      ...['192.168.255.255', 'fc00::', 'fd00:ec2::254', 'fdff:ffff::', 'fec0::1'],
    ],
    ['9.255.255.255', '11.0.0.0', '172.15.255.255', '172.32.0.0', '192.167.255.255', '192.169.0.0'],
  ],
  [
    'link-local',
    ['169.254.0.0', '169.254.169.254', '169.254.170.2', '169.254.255.255', 'fe80::', 'febf::1'],
    ['169.253.255.255', '169.255.0.0'],
  ],
  [
    'shared',
    ['100.64.0.0', '100.100.100.200', '100.127.255.255'],
    ['100.63.255.255', '100.128.0.0'],
  ],
  ['platform', ['168.63.129.16'], ['168.63.129.15', '168.63.129.17']],
  [
    'reserved',
    [
      ...['0.0.0.0', '0.255.255.255', '192.0.0.0', '192.0.0.192', '192.0.2.1', '192.88.99.1'],
      ...['198.18.0.0', '198.19.255.255', '198.51.100.7', '203.0.113.7', '224.0.0.1'],
      ...['239.255.255.255', '240.0.0.0', '255.255.255.255', '::', '::2', '::7f00:1', '100::1'],
      ...['64:ff9b:1::1', '2001::1', '2001:1ff::', '2001:db8::1', '3fff::1', '5f00::1', 'ff02::1'],
      ...['::ffff:0:127.0.0.1', 'not an address', ''],
    ],
    ['1.0.0.0', '192.0.1.0', '192.0.3.0', '198.17.255.255', '198.20.0.0', '223.255.255.255'],
  ],
]

describe('an address', () => {
  test.each(edges)('is %s inside of its ranges, and public beside them', (kind, inside, beside) => {
    for (const address of inside) expect([address, specialKindOf(address)]).toEqual([address, kind])
    for (const address of beside)
      expect([address, specialKindOf(address)]).toEqual([address, undefined])
  })

  test.each(['8.8.8.8', '2606:4700::1111', '2a00:1450:4001:82a::200e', '2001:200::1'])(
    '%s is public',
    (address) => expect(specialKindOf(address)).toBeUndefined(),
  )

  test('of a zone is that without the zone', () => {
    expect(specialKindOf('fe80::1%eth0')).toBe('link-local')
  })
})

describe('an address of IPv4 inside one of IPv6', () => {
  const hex = (...bytes: readonly number[]) =>
    bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')
  const forms: readonly ((...bytes: [number, number, number, number]) => string)[] = [
    (...bytes) => `::ffff:${bytes.join('.')}`,
    (a, b, c, d) => `::FFFF:${hex(a, b)}:${hex(c, d)}`,
    (a, b, c, d) => `0:0:0:0:0:ffff:${hex(a, b)}:${hex(c, d)}`,
    (...bytes) => `64:ff9b::${bytes.join('.')}`,
    (a, b, c, d) => `64:ff9b::${hex(a, b)}:${hex(c, d)}`,
    (a, b, c, d) => `2002:${hex(a, b)}:${hex(c, d)}::1`,
    (a, b, c, d) => `2002:${hex(a, b)}:${hex(c, d)}:1:2:3:4:5`,
  ]

  test('is what it is alone, however it is written', () => {
    const byte = fc.integer({ min: 0, max: 255 })
    const first = fc.oneof(byte, fc.constantFrom(10, 127, 169, 172, 192))
    fc.assert(
      fc.property(fc.tuple(first, byte, byte, byte), fc.constantFrom(...forms), (bytes, write) => {
        const alone = bytes.join('.')
        expect(plainAddress(write(...bytes))).toBe(alone)
        expect(specialKindOf(write(...bytes))).toBe(specialKindOf(alone))
      }),
    )
  })
})

test('of IPv6 nothing is public but what is assigned to the Internet', () => {
  const group = fc.integer({ min: 0, max: 0xffff })
  const others = fc.tuple(...Array.from({ length: 7 }, () => group))
  fc.assert(
    fc.property(group, others, (first, rest) => {
      // NAT64 is the one exception, and has a test of its own.
      fc.pre((first < 0x2000 || first > 0x3fff) && !(first === 0x64 && rest[0] === 0xff9b))
      fc.pre(first !== 0 || rest.some((each) => each !== 0))
      const address = [first, ...rest].map((each) => each.toString(16)).join(':')
      expect(specialKindOf(address)).toBeDefined()
    }),
  )
})
