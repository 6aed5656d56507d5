/** Where the runtime writes what nobody else would learn of; pino's loggers are one. */
export interface Log {
  debug(details: object, message: string): void
  warn(details: object, message: string): void
  error(details: object, message: string): void
}
