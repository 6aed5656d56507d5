import { runCommandLine } from './command-line.ts'
import { processTerminal } from './terminal.ts'

// The exit code is only set, so that what was printed gets out before the process ends.
process.exitCode = await runCommandLine(process.argv.slice(2), processTerminal())
