import { isIPv4 } from 'node:net'

/** Whether a host name or an address without brackets can only be this machine. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (host.startsWith('127.') && isIPv4(host))

const hostHeader = /^(?:\[(::1)\]|([a-z0-9.]+))(?::(\d{1,5}))?$/

/**
 * Whether a `Host` header, in lower case, names a loopback address. The port is not compared with
 * ours: it is another one behind a forwarded port, and says nothing about who asks.
 */
export const isLoopbackHostHeader = (header: string): boolean => {
  const [, address, name, port = '80'] = hostHeader.exec(header) ?? []
  const host = address ?? name
  return host !== undefined && isLoopback(host) && Number(port) >= 1 && Number(port) <= 65_535
}
