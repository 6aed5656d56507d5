import manifest from '../../package.json' with { type: 'json' }
import { command } from '../command.ts'
import { exitCode } from '../exit-code.ts'

export const version = command(
  {
    name: 'version',
    summary: 'Prints the version of Tenon',
    operands: { usage: '', most: 0 },
    options: {},
    examples: ['tenon version'],
  },
  ({ terminal }) => {
    terminal.print(manifest.version)
    return exitCode.done
  },
)
