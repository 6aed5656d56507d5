import { CliError } from './errors.ts'
import type { ExitCode } from './exit-code.ts'
import { readArguments, type Arguments } from './read-arguments.ts'
import type { Terminal } from './terminal.ts'

/** What is known of a command: its help and the reading of its arguments are made from it. */
export interface CommandDefinition<Name extends string> {
  /** One word, or two such as `template generate`. */
  readonly name: string
  /** What it does, in one line. */
  readonly summary: string
  /** More about it, in lines of at most 80 characters. */
  readonly details?: readonly string[]
  readonly operands: Operands
  readonly options: Readonly<Record<Name, Option>>
  /** Whole command lines. */
  readonly examples: readonly string[]
}

/** The arguments that are no options. */
export interface Operands {
  /** As help shows them, such as `<model.bpmn>`; empty where there are none. */
  readonly usage: string
  readonly most: number
}

/** An option; each takes a value. */
export interface Option {
  /** Word for the value in help. */
  readonly value: string
  readonly description: string
}

export interface Call<Name extends string> extends Arguments<Name> {
  readonly terminal: Terminal
  /** The operands, of which there must be one at least. Throws `ARGUMENT_MISSING`. */
  readonly requireOperands: () => readonly [string, ...string[]]
}

/** A command with its options known by name no more. */
export interface Command extends CommandDefinition<string> {
  /** Throws what `describeError` describes. */
  readonly run: (args: readonly string[], terminal: Terminal) => ExitCode | Promise<ExitCode>
}

/** Joins what is known of a command with what it does. */
export const command = <Name extends string>(
  definition: CommandDefinition<Name>,
  run: (call: Call<Name>) => ExitCode | Promise<ExitCode>,
): Command => ({
  ...definition,
  run: (args, terminal) => {
    const read = readArguments(definition, args)
    return run({ ...read, terminal, requireOperands: () => require(definition, read.operands) })
  },
})

const require = (
  { name, operands }: CommandDefinition<string>,
  [first, ...others]: readonly string[],
): readonly [string, ...string[]] => {
  if (first !== undefined) return [first, ...others]
  throw new CliError(
    'ARGUMENT_MISSING',
    `tenon ${name} needs ${operands.usage}: see tenon help ${name}.`,
  )
}
