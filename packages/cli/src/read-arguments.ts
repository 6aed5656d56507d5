import { parseArgs } from 'node:util'
import { closestName } from '@tenon/server/closest-name'
import type { CommandDefinition } from './command.ts'
import { CliError } from './errors.ts'

export interface Arguments<Name extends string> {
  readonly operands: readonly string[]
  /** The value of an option, undefined where it was not given; the last where it was repeated. */
  readonly option: (name: Name) => string | undefined
  /** All values of an option that may be repeated. */
  readonly optionValues: (name: Name) => readonly string[]
}

/**
 * Reads a command's arguments. Throws `OPTION_UNKNOWN`, `OPTION_INVALID` or `ARGUMENT_UNEXPECTED`:
 * `parseArgs` itself would not say which option was meant.
 */
export const readArguments = <Name extends string>(
  definition: CommandDefinition<Name>,
  args: readonly string[],
): Arguments<Name> => {
  const names = Object.keys(definition.options)
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' } as const]))
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true })
  const values = new Map<string, readonly string[]>()
  const operands: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value)
    if (token.kind !== 'option') continue
    const value = requireValue(definition, token)
    values.set(token.name, [...(values.get(token.name) ?? []), value])
  }
  refuseSurplus(definition, operands)
  return {
    operands,
    option: (name) => values.get(name)?.at(-1),
    optionValues: (name) => values.get(name) ?? [],
  }
}

interface OptionToken {
  readonly name: string
  readonly rawName: string
  readonly value?: string | undefined
  readonly inlineValue?: boolean | undefined
}

const requireValue = (
  { name: command, options }: CommandDefinition<string>,
  { name, rawName, value, inlineValue }: OptionToken,
): string => {
  const option = Object.hasOwn(options, name) ? options[name] : undefined
  if (option === undefined) throw unknownOption(command, rawName, Object.keys(options))
  // `--data --timeout 5` has forgotten a value; `--data=--odd` means it.
  if (value !== undefined && (inlineValue === true || !value.startsWith('--'))) return value
  throw new CliError('OPTION_INVALID', `--${name} needs a value: --${name} <${option.value}>.`)
}

const unknownOption = (command: string, rawName: string, names: readonly string[]): CliError => {
  const nearest = closestName(rawName.replace(/^-+/, ''), names)
  const hint = nearest === undefined ? `See tenon help ${command}.` : `Do you mean --${nearest}?`
  return new CliError('OPTION_UNKNOWN', `tenon ${command} has no option ${rawName}. ${hint}`)
}

const refuseSurplus = (
  { name, operands: { most } }: CommandDefinition<string>,
  operands: readonly string[],
): void => {
  const surplus = operands[most]
  if (surplus === undefined) return
  throw new CliError(
    'ARGUMENT_UNEXPECTED',
    `tenon ${name} has no use for "${surplus}". Leave it out; what has blanks in it needs quotes.`,
  )
}
