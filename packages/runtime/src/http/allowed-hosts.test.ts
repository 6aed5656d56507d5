import { describe, expect, test } from 'vitest'
import { readAllowedHosts } from './allowed-hosts.ts'

describe('allowed hosts', () => {
  const read = (text: string) => {
    const hosts = readAllowedHosts(text)
    if (hosts === undefined) throw new Error(`${text} was refused`)
    return hosts
  }

  test('are names, whatever their case, dot at the end or script', () => {
    const hosts = read('DB.internal, intern.example., bücher.example')
    for (const name of ['db.internal', 'db.internal.', 'intern.example', 'xn--bcher-kva.example'])
      expect([name, hosts.hasName(name)]).toEqual([name, true])
    for (const name of ['x.db.internal', 'internal', 'db.internal.example'])
      expect([name, hosts.hasName(name)]).toEqual([name, false])
  })

  test.each([
    ['10.1.2.3', ['10.1.2.3', '::ffff:10.1.2.3'], ['10.1.2.4']],
    [
      '10.1.0.0/16',
      ['10.1.0.0', '10.1.255.255', '64:ff9b::10.1.0.1'],
      ['10.0.255.255', '10.2.0.0'],
    ],
    ['0.0.0.0/0', ['127.0.0.1', '10.0.0.1'], ['::1']],
    ['fd00::/8', ['fd12::1'], ['fe80::1', '10.0.0.1']],
    ['::1', ['::1'], ['::2', '127.0.0.1']],
    ['[fd00::1]', ['fd00::1'], ['fd00::2']],
    [' , ', [], ['127.0.0.1']],
    ['*', ['127.0.0.1', '::1', '10.0.0.1'], []],
    ['db, *', ['127.0.0.1'], []],
  ])('%j are addresses', (text, allowed, refused) => {
    const hosts = read(text)
    for (const address of allowed)
      expect([address, hosts.hasAddress(address)]).toEqual([address, true])
    for (const address of refused)
      expect([address, hosts.hasAddress(address)]).toEqual([address, false])
  })

  test.each([
    ...['10.0.0.0/33', '10.0.0.0/', '10.0.0.0/8/8', '10.0.0.0/-1', '::/129', 'fe80::1%eth0'],
    ...[
      'a b',
      'http://db',
      'db:80',
      'db/8',
      'user@db',
      '*.internal',
      'a;b',
      '[db]',
      '10.0.0.0/8 x',
    ],
    // A URL reads these as addresses.
    ...['0x7f.1', '2130706433', '0177.0.0.1', '10.1'],
  ])('%j are refused', (text) => {
    expect(readAllowedHosts(text)).toBeUndefined()
    expect(readAllowedHosts(`db.internal,${text}`)).toBeUndefined()
  })
})
