import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ServerError } from './errors.ts'
import { readInstallationSettings, readSettings, type Environment } from './settings.ts'

const refusal = (environment: Environment): ServerError => {
  try {
    readSettings(environment)
  } catch (error) {
    if (error instanceof ServerError) return error
    throw error
  }
  return expect.unreachable()
}

describe('readSettings', () => {
  it('listens on loopback and keeps its data beside, unless told otherwise', () => {
    expect(readSettings({ PATH: '/bin' })).toEqual({
      settings: { host: '127.0.0.1', port: 8080, dataFolder: resolve('data') },
      warnings: [],
    })
  })

  it('reads each setting', () => {
    const environment = { TENON_HOST: '::1', TENON_PORT: '0', TENON_DATA: '/srv/tenon' }
    expect(readSettings(environment).settings).toEqual({
      host: '::1',
      port: 0,
      dataFolder: '/srv/tenon',
    })
  })

  it('takes an empty variable for none, and localhost for one address', () => {
    const environment = { TENON_PORT: '', TENON_HOST: 'localhost' }
    expect(readSettings(environment).settings).toMatchObject({ port: 8080, host: '127.0.0.1' })
  })

  it.each(['65536', '-1', '80.5', 'http', '0x50', ' 80'])('refuses the port %j', (TENON_PORT) => {
    const { code, message } = refusal({ TENON_PORT })
    expect(code).toBe('SETTING_INVALID')
    expect(message).toContain(`TENON_PORT is "${TENON_PORT}". Set it to a whole number`)
  })

  it.each(['0.0.0.0', '::', '192.168.0.4', 'tenon.example', '127.0.0.1.example', '127.0.0.256'])(
    'refuses the host %s, which is not loopback',
    (TENON_HOST) => {
      const { code, message } = refusal({ TENON_HOST })
      expect(code).toBe('HOST_NOT_LOOPBACK')
      expect(message).toContain(`TENON_HOST is "${TENON_HOST}"`)
    },
  )

  it.each(['10.0.0.0/33', 'a b', 'http://db.internal', 'db:5432'])(
    'refuses %j for allowed hosts',
    (TENON_ALLOWED_HOSTS) => {
      const { code, message } = refusal({ TENON_ALLOWED_HOSTS })
      expect(code).toBe('SETTING_INVALID')
      expect(message).toContain('Set it to host names, addresses and ranges with commas between')
    },
  )

  it('warns of names that nobody reads, with the one that was meant', () => {
    const { warnings } = readSettings({ TENON_PROT: '80', TENON_COLOUR_OF_THE_SKY: 'blue' })
    expect(warnings).toHaveLength(2)
    expect(warnings[0]).toContain('TENON_PROT is not known and has no effect. Is it TENON_PORT?')
    expect(warnings[1]).toContain('Tenon reads TENON_HOST, TENON_PORT, TENON_DATA, TENON_TIMEZONE')
  })

  it('leaves the names of others alone', () => {
    const environment = { TENON_SECRET_GITHUB: 'x', TENON_SERVICES: 'required' }
    expect(readSettings(environment).warnings).toEqual([])
  })
})

describe('readInstallationSettings', () => {
  it('allows no host and computes in UTC, unless told otherwise', () => {
    const empty = { TENON_TIMEZONE: '', TENON_ALLOWED_HOSTS: '' }
    expect(readInstallationSettings(empty)).toEqual({
      timeZone: 'UTC',
      isClockPinnable: false,
      allowedHosts: undefined,
    })
  })

  it('lets the clock be pinned where it is told so', () => {
    const read = (value: string): boolean =>
      readInstallationSettings({ TENON_CLOCK_PINNING: value }).isClockPinnable
    expect(read('true')).toBe(true)
    expect(read('false')).toBe(false)
  })

  it('reads the time zone and the hosts', () => {
    const environment = { TENON_TIMEZONE: 'Europe/Berlin', TENON_ALLOWED_HOSTS: 'db.internal' }
    const { timeZone, allowedHosts } = readInstallationSettings(environment)
    expect(timeZone).toBe('Europe/Berlin')
    expect(allowedHosts?.hasName('db.internal')).toBe(true)
  })

  it.each(['TENON_TIMEZONE', 'TENON_CLOCK_PINNING', 'TENON_ALLOWED_HOSTS'])(
    'refuses a wrong %s',
    (name) => {
      expect(() => readInstallationSettings({ [name]: 'not/this' })).toThrow(
        `${name} is "not/this"`,
      )
    },
  )
})
