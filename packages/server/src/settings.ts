import { resolve } from 'node:path'
import { type AllowedHosts, readAllowedHosts } from '@tenon/runtime'
import { z } from 'zod'
import { closestName } from './closest-name.ts'
import { ServerError } from './errors.ts'
import { isLoopback } from './loopback.ts'

/** How an installation runs. */
export interface Settings {
  /** Loopback address to listen on. */
  readonly host: string
  /** 0 takes a free one. */
  readonly port: number
  /** Absolute path. */
  readonly dataFolder: string
}

export type Environment = Readonly<Record<string, string | undefined>>

const portMax = 65_535

const schema = z.object({
  // One address, for `localhost` may mean two that would have to be listened on together.
  TENON_HOST: z
    .string()
    .default('127.0.0.1')
    .transform((host) => (host === 'localhost' ? '127.0.0.1' : host)),
  TENON_PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((port) => port <= portMax)
    .default(8080),
  TENON_DATA: z
    .string()
    .default('./data')
    .transform((folder) => resolve(folder)),
  TENON_TIMEZONE: z
    .string()
    .refine((timeZone) => isTimeZone(timeZone))
    .default('UTC'),
  TENON_CLOCK_PINNING: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .default(false),
  TENON_ALLOWED_HOSTS: z
    .string()
    .transform((text, context) => readAllowedHosts(text) ?? unreadable(context))
    .optional(),
})

const unreadable = (context: { addIssue(message: string): void }): never => {
  context.addIssue('is no list of hosts')
  return z.NEVER
}

const isTimeZone = (timeZone: string): boolean => {
  try {
    return Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

const wanted: Readonly<Record<string, string>> = {
  TENON_TIMEZONE: 'Set it to the name of a time zone, such as Europe/Berlin, or an offset.',
  TENON_CLOCK_PINNING: 'Set it to true where models are tested, else to false.',
  TENON_ALLOWED_HOSTS:
    'Set it to host names, addresses and ranges with commas between, such as ' +
    '"db.internal, 10.1.0.0/16", or to * for all.',
  TENON_PORT: `Set it to a whole number from 0 to ${portMax}; 0 takes a free port.`,
}

/** What others of our programs read from the environment. */
const isForOthers = (name: string): boolean =>
  name === 'TENON_SERVICES' || name.startsWith('TENON_SECRET_')

/**
 * Reads the settings from environment variables; an empty one is as good as none. Warnings name
 * variables that nobody reads. Throws `SETTING_INVALID` or `HOST_NOT_LOOPBACK`.
 */
export const readSettings = (
  environment: Environment,
): { readonly settings: Settings; readonly warnings: readonly string[] } => {
  const set = Object.entries(environment).filter(([, value]) => value !== '')
  const parsed = schema.safeParse(Object.fromEntries(set))
  if (!parsed.success) throw invalid(String(parsed.error.issues[0]?.path[0]), environment)
  const { TENON_HOST: host, TENON_PORT: port, TENON_DATA: dataFolder } = parsed.data
  requireLoopback(host)
  return { settings: { host, port, dataFolder }, warnings: unknownNames(set) }
}

/** What an installation reads for itself. */
const installationSchema = schema.pick({
  TENON_TIMEZONE: true,
  TENON_CLOCK_PINNING: true,
  TENON_ALLOWED_HOSTS: true,
})

/** How the processes and connectors of an installation run. */
export interface InstallationSettings {
  /** Of `now()` and `today()` in FEEL, and of timers. */
  readonly timeZone: string
  /** Whether clients may pin the engine's clock. */
  readonly isClockPinnable: boolean
  /** What connectors may call beside the public Internet. */
  readonly allowedHosts: AllowedHosts | undefined
}

/** Throws `SETTING_INVALID`. */
export const readInstallationSettings = (environment: Environment): InstallationSettings => {
  const set = Object.entries(environment).filter(([, value]) => value !== '')
  const parsed = installationSchema.safeParse(Object.fromEntries(set))
  if (!parsed.success) throw invalid(String(parsed.error.issues[0]?.path[0]), environment)
  const { TENON_TIMEZONE: timeZone, TENON_ALLOWED_HOSTS: allowedHosts } = parsed.data
  return { timeZone, isClockPinnable: parsed.data.TENON_CLOCK_PINNING, allowedHosts }
}

const invalid = (name: string, environment: Environment): ServerError =>
  new ServerError('SETTING_INVALID', `${name} is "${environment[name]}". ${wanted[name] ?? ''}`)

const requireLoopback = (host: string): void => {
  if (isLoopback(host)) return
  throw new ServerError(
    'HOST_NOT_LOOPBACK',
    `TENON_HOST is "${host}", which others could reach, and there is no login yet. ` +
      'Set it to 127.0.0.1 or ::1, or leave it out.',
  )
}

const unknownNames = (set: readonly (readonly [string, unknown])[]): readonly string[] => {
  const known = Object.keys(schema.shape)
  return set
    .map(([name]) => name)
    .filter((name) => name.startsWith('TENON_') && !known.includes(name) && !isForOthers(name))
    .map((name) => {
      const closest = closestName(name, known)
      const hint = closest === undefined ? `Tenon reads ${known.join(', ')}.` : `Is it ${closest}?`
      return `The environment variable ${name} is not known and has no effect. ${hint}`
    })
}
