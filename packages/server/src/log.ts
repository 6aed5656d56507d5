import { pino, type Logger } from 'pino'

/** The log of the server: JSON lines on stderr, since stdout is for results. */
export const createLog = (): Logger => pino({ name: 'tenon' }, pino.destination(2))
