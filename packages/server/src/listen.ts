import type { FastifyInstance } from 'fastify'
import { ServerError } from './errors.ts'
import type { Settings } from './settings.ts'

/** Starts to listen and returns the address. Throws `PORT_IN_USE` or `LISTEN_FAILED`. */
export const listen = async (app: FastifyInstance, { host, port }: Settings): Promise<string> => {
  try {
    return await app.listen({ host, port })
  } catch (error) {
    throw listenError(error, `${host}:${port}`)
  }
}

const listenError = (cause: unknown, address: string): ServerError => {
  if (cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE') {
    return new ServerError(
      'PORT_IN_USE',
      `Another program listens on ${address}. Stop it, or set TENON_PORT to another port.`,
      { cause },
    )
  }
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new ServerError(
    'LISTEN_FAILED',
    `${address} cannot be listened on: ${reason}. Check TENON_HOST and TENON_PORT.`,
    { cause },
  )
}
