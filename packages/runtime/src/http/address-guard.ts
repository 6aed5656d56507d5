import { lookup as lookUp } from 'node:dns/promises'
import { isIP, type LookupFunction } from 'node:net'
import { HttpError } from '@tenon/sdk'
import type { AllowedHosts } from './allowed-hosts.ts'
import { specialKindOf } from './special-addresses.ts'

/** An address that a name has. */
export interface ResolvedAddress {
  readonly address: string
  readonly family: number
}

export interface GuardOptions {
  /** What may be called beside the public Internet; default nothing. */
  readonly allowed?: AllowedHosts | undefined
  /** Whether this machine may be called; default false. */
  readonly isLoopbackAllowed?: boolean
  /** All addresses of a name; default as the system has them. */
  readonly resolve?: (hostname: string) => Promise<readonly ResolvedAddress[]>
}

/** Keeps calls away from what is not public: other systems inside, metadata services, this machine. */
export interface AddressGuard {
  /** Throws `HTTP_REFUSED` for a host that is written as a forbidden address. */
  readonly requireAllowed: (hostname: string) => void
  /**
   * Gives a socket the addresses of a name; it connects to nothing else. One that is forbidden
   * among them is `HTTP_REFUSED`, since the name could give it alone the next time.
   */
  readonly lookup: LookupFunction
}

const systemAddresses = (hostname: string): Promise<readonly ResolvedAddress[]> =>
  lookUp(hostname, { all: true })

export const addressGuard = (options: GuardOptions = {}): AddressGuard => {
  const { resolve = systemAddresses } = options
  const addressesOf = async (hostname: string): Promise<ResolvedAddress[]> => {
    const addresses = await resolve(hostname)
    for (const { address } of addresses) requireAllowed(hostname, address, options)
    return [...addresses]
  }
  return {
    requireAllowed: (hostname) => {
      if (isIP(hostname) !== 0) requireAllowed(hostname, hostname, options)
    },
    lookup: (hostname, { all = false }, callback) => {
      addressesOf(hostname).then(
        (addresses) => {
          const [first] = addresses
          if (first === undefined) callback(new Error(`${hostname} has no address`), '')
          else if (all) callback(null, addresses)
          else callback(null, first.address, first.family)
        },
        (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), ''),
      )
    },
  }
}

const requireAllowed = (
  hostname: string,
  address: string,
  { allowed, isLoopbackAllowed = false }: GuardOptions,
): void => {
  const kind = specialKindOf(address)
  if (kind === undefined || (kind === 'loopback' && isLoopbackAllowed)) return
  if (allowed?.hasName(hostname) === true || allowed?.hasAddress(address) === true) return
  const what = hostname === address ? hostname : `${hostname} is ${address}, and that`
  throw new HttpError(
    'HTTP_REFUSED',
    `${what} is a ${kind} address, which may not be called. Correct the URL, or name the host ` +
      'or the address in TENON_ALLOWED_HOSTS if it may.',
  )
}
