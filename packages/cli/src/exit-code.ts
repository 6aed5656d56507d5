/** How a command ended: as wished; with an error or an incident; not begun, for it was called wrongly. */
export const exitCode = { done: 0, failed: 1, usage: 2 } as const

export type ExitCode = (typeof exitCode)[keyof typeof exitCode]
