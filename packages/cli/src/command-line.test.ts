import { describe, expect, it } from 'vitest'
import { runCommandLine } from './command-line.ts'
import { commands } from './commands.ts'

const runWith = async (...args: readonly string[]) => {
  const printed: string[] = []
  const told: string[] = []
  const exitCode = await runCommandLine(args, {
    environment: {},
    stopped: AbortSignal.abort(),
    print: (line) => printed.push(line),
    tell: (line) => told.push(line),
  })
  return { exitCode, printed: printed.join('\n'), told: told.join('\n') }
}

describe('help', () => {
  it.each([[], ['help'], ['--help'], ['-h']])('lists every command for "%s"', async (...args) => {
    const { exitCode, printed, told } = await runWith(...args)

    for (const { name, summary } of commands) {
      expect(printed).toMatch(new RegExp(`^  ${name} +${summary}$`, 'm'))
    }
    expect(told).toBe('')
    expect(exitCode).toBe(0)
  })

  it.each(commands.map(({ name }) => name))('tells all of %s', async (name) => {
    const { printed } = await runWith('help', ...name.split(' '))
    const { summary, options, examples } = commands.find((each) => each.name === name) ?? {}

    expect(printed).toContain(`${summary}.`)
    for (const option of Object.keys(options ?? {})) expect(printed).toContain(`  --${option} <`)
    for (const example of examples ?? []) expect(printed).toContain(`  ${example}`)
  })

  it.each([
    ['run', '--help'],
    ['run', 'model.bpmn', '--help'],
    ['template', 'validate', 'file.json', '-h'],
  ])('is given for "%s %s"', async (...args) => {
    expect((await runWith(...args)).printed).toContain(`Usage: tenon ${args[0]}`)
  })

  it('is given for a group of commands', async () => {
    const { printed } = await runWith('template', '--help')

    expect(printed).toContain('Usage: tenon template generate')
    expect(printed).toContain('Usage: tenon template validate')
  })

  it('has lines that fit and examples that name their command', () => {
    for (const { name, details = [], examples } of commands) {
      for (const line of details) expect(line.length).toBeLessThanOrEqual(100)
      for (const example of examples) {
        expect(example).toMatch(
          new RegExp(`^(TENON_\\w+=\\S+ )*tenon ${name}\\b|^tenon .* --help$`),
        )
      }
    }
  })
})

it('prints the version', async () => {
  expect((await runWith('--version')).printed).toMatch(/^\d+\.\d+\.\d+$/)
})

it.each(['http://user:hidden@here', 'user:hidden@here', 'http://user:hidden@here:99999'])(
  'refuses the credentials in %s and does not show them',
  async (address) => {
    const { exitCode, told } = await runWith('deploy', 'a', '--to', address)

    expect(told).toContain(
      'OPTION_INVALID: --to must be an address without a user name or a password.',
    )
    expect(told).not.toContain('hidden')
    expect(exitCode).toBe(2)
  },
)

describe('wrong usage ends with exit code 2 and what was most likely meant', () => {
  it.each([
    [['strat'], 'COMMAND_UNKNOWN: Tenon has no command "strat". Do you mean tenon start?'],
    [['zzz'], 'COMMAND_UNKNOWN: Tenon has no command "zzz". See tenon help.'],
    [['template'], '"tenon template" needs another word: tenon template apply or'],
    [['template', 'genrate'], '"tenon template" needs another word'],
    [['help', 'rnu'], 'COMMAND_UNKNOWN: Tenon has no command "rnu". Do you mean tenon help run?'],
    [['run'], 'ARGUMENT_MISSING: tenon run needs <model.bpmn>: see tenon help run.'],
    [['run', 'a', 'b'], 'ARGUMENT_UNEXPECTED: tenon run has no use for "b".'],
    [['start', 'now'], 'ARGUMENT_UNEXPECTED: tenon start has no use for "now".'],
    [['run', 'a', '--varibles', '{}'], 'has no option --varibles. Do you mean --variables?'],
    [['run', 'a', '-v', '{}'], 'OPTION_UNKNOWN: tenon run has no option -v.'],
    [['run', 'a', '--constructor', '1'], 'OPTION_UNKNOWN: tenon run has no option --constructor.'],
    [['run', 'a', '--data'], 'OPTION_INVALID: --data needs a value: --data <folder>.'],
    [['run', 'a', '--data', '--timeout', '1'], 'OPTION_INVALID: --data needs a value'],
    [['deploy', 'a', '--to', 'here'], 'OPTION_INVALID: --to is "here", which is no address.'],
    [
      ['deploy', 'a', '--to', 'http://here/v2'],
      'OPTION_INVALID: --to must be an address that ends',
    ],
    [
      ['deploy', 'a', '--to', 'http://here?a=1'],
      'OPTION_INVALID: --to must be an address that ends',
    ],
    [['deploy', 'a', '--to', 'http://here#a'], 'OPTION_INVALID: --to must be an address that ends'],
  ])('%j', async (args, expected) => {
    const { exitCode, printed, told } = await runWith(...args)

    expect(told).toContain(expected)
    expect(told).toMatch(/^error [A-Z_]+: [^\n]+$/)
    expect(printed).toBe('')
    expect(exitCode).toBe(2)
  })
})
