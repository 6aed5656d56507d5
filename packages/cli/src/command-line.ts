import { closestName } from '@tenon/server/closest-name'
import { commands } from './commands.ts'
import type { Command } from './command.ts'
import { describeError } from './describe-error.ts'
import { CliError } from './errors.ts'
import type { ExitCode } from './exit-code.ts'
import type { Terminal } from './terminal.ts'

/** Does what the arguments after `tenon` ask for; never throws. */
export const runCommandLine = async (
  args: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> => {
  try {
    const { command, rest } = findCommand(translate(args))
    return await command.run(rest, terminal)
  } catch (error) {
    const { code, message, exitCode } = describeError(error)
    terminal.tell(`error ${code}: ${message}`)
    return exitCode
  }
}

/** What people try on a command that they do not know yet, as the commands that we have. */
const translate = (args: readonly string[]): readonly string[] => {
  const [first] = args
  if (first === undefined) return ['help']
  if (first === '--version' || first === '-v') return ['version']
  if (!args.some((each) => each === '--help' || each === '-h')) return args
  const words = args.filter((each) => !each.startsWith('-')).slice(0, 2)
  const isCommand = commands.some(({ name }) => name === words.join(' '))
  return ['help', ...(isCommand ? words : words.slice(0, 1))]
}

const findCommand = (
  args: readonly string[],
): { readonly command: Command; readonly rest: readonly string[] } => {
  for (const words of [2, 1]) {
    const name = args.slice(0, words).join(' ')
    const command = commands.find((each) => each.name === name)
    if (command !== undefined) return { command, rest: args.slice(words) }
  }
  throw unknownCommand(args)
}

const unknownCommand = ([first = '', second]: readonly string[]): CliError => {
  const inGroup = commands.filter(({ name }) => name.startsWith(`${first} `))
  if (inGroup.length > 0) {
    const names = inGroup.map(({ name }) => `tenon ${name}`).join(' or ')
    return new CliError('COMMAND_UNKNOWN', `"tenon ${first}" needs another word: ${names}.`)
  }
  const names = commands.map(({ name }) => name)
  const nearest = closestName(`${first} ${second ?? ''}`.trim(), names) ?? closestName(first, names)
  const hint = nearest === undefined ? 'See tenon help.' : `Do you mean tenon ${nearest}?`
  return new CliError('COMMAND_UNKNOWN', `Tenon has no command "${first}". ${hint}`)
}
