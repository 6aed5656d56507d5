import { closestName } from '@tenon/server/closest-name'
import { command, type Command } from '../command.ts'
import { CliError } from '../errors.ts'
import { exitCode } from '../exit-code.ts'
import { commandHelp, generalHelp } from '../help.ts'

/** `commands` is asked later, for help is one of them. */
export const help = (commands: () => readonly Command[]): Command =>
  command(
    {
      name: 'help',
      summary: 'Tells what a command does',
      operands: { usage: '[command]', most: 2 },
      options: {},
      examples: ['tenon help run', 'tenon run --help'],
    },
    ({ operands, terminal }) => {
      terminal.print(helpFor(operands, commands()))
      return exitCode.done
    },
  )

const helpFor = (words: readonly string[], commands: readonly Command[]): string => {
  if (words.length === 0) return generalHelp(commands)
  const found = commands.filter(({ name }) => isMeant(words, name))
  if (found.length > 0) return found.map(commandHelp).join('\n\n')
  const asked = words.join(' ')
  const nearest = closestName(
    asked,
    commands.map(({ name }) => name),
  )
  const hint = nearest === undefined ? 'See tenon help.' : `Do you mean tenon help ${nearest}?`
  throw new CliError('COMMAND_UNKNOWN', `Tenon has no command "${asked}". ${hint}`)
}

/** `template` means each of its commands. */
const isMeant = (words: readonly string[], name: string): boolean => {
  const parts = name.split(' ')
  return parts.slice(0, words.length).every((part, index) => part === words[index])
}
