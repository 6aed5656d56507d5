import type { Command, Option } from './command.ts'

/** The help of all commands. */
export const generalHelp = (commands: readonly Command[]): string =>
  [
    'Tenon runs BPMN processes and connects them to other systems.',
    '',
    'Usage: tenon <command> [options]',
    '',
    ...aligned(commands.map(({ name, summary }) => [name, summary])),
    '',
    'tenon help <command> tells more. Settings are environment variables: docs/reference/settings.md.',
  ].join('\n')

/** The help of one command. */
export const commandHelp = (command: Command): string =>
  [
    `${command.summary}.`,
    '',
    `Usage: ${usageOf(command)}`,
    ...section('', command.details ?? []),
    ...section('Options:', aligned(Object.entries(command.options).map(optionLine))),
    ...section(
      'Examples:',
      command.examples.map((example) => `  ${example}`),
    ),
  ].join('\n')

const usageOf = ({ name, operands, options }: Command): string =>
  ['tenon', name, operands.usage, Object.keys(options).length > 0 ? '[options]' : '']
    .filter((part) => part !== '')
    .join(' ')

const optionLine = ([name, { value, description }]: readonly [string, Option]) =>
  [`--${name} <${value}>`, description] as const

const section = (heading: string, lines: readonly string[]): readonly string[] => {
  if (lines.length === 0) return []
  return heading === '' ? ['', ...lines] : ['', heading, ...lines]
}

/** Two columns. */
const aligned = (rows: readonly (readonly [string, string])[]): readonly string[] => {
  const width = Math.max(0, ...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`)
}
