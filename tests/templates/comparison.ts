import { Numbering } from './comparable.ts'
import type { Action, Performer, Scenario, Step } from './scenario.ts'

/** An action of which something else came than in the recording. */
export interface Difference {
  readonly scenario: string
  readonly action: string
  /** The lines that only one of the two has, or the first that differs where both have the same. */
  readonly ours: readonly string[]
  readonly theirs: readonly string[]
}

/** Does again what was recorded. After a difference it goes on from the recorded model. */
export const compare = async (
  performer: Performer,
  scenario: Scenario,
  steps: readonly Step[],
): Promise<readonly Difference[]> => {
  const differences: Difference[] = []
  const theirs = new Numbering()
  let ours = new Numbering()
  await performer.open(scenario, scenario.xml)
  for (const step of steps) {
    const expected = theirs.comparable(step)
    const actual = await attempt(async () => ours.comparable(await performer.perform(step.action)))
    if (actual === expected) continue
    differences.push({
      scenario: scenario.name,
      action: describeAction(scenario, steps, step),
      ours: differingLines(actual, expected),
      theirs: differingLines(expected, actual),
    })
    await performer.open(scenario, step.xml)
    ours = theirs.copy()
  }
  return differences
}

/** What was thrown differs from every outcome, and is told like one. */
const attempt = async (act: () => Promise<string>): Promise<string> => {
  try {
    return await act()
  } catch (error) {
    return `throws ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
  }
}

const differingLines = (text: string, other: string): readonly string[] => {
  const lines = text.split('\n')
  const others = other.split('\n')
  const different = lines.filter((line) => !others.includes(line))
  const isReordered = different.length + others.filter((line) => !lines.includes(line)).length === 0
  return isReordered ? lines.filter((line, place) => line !== others[place]).slice(0, 1) : different
}

const describeAction = (scenario: Scenario, steps: readonly Step[], step: Step): string => {
  const { action } = step
  if (action.kind === 'apply') return `apply ${nameOf(scenario, action.phase)}`
  if (action.kind !== 'change') return action.kind
  const applied = steps
    .slice(0, steps.indexOf(step))
    .findLast(
      (each): each is Step & { action: Extract<Action, { kind: 'apply' }> } =>
        each.action.kind === 'apply',
    )
  const phase = applied?.action.phase ?? 0
  const binding = scenario.phases[phase]?.template.properties[action.property]?.binding ?? {}
  const place = Object.values(binding)
    .filter((each) => typeof each === 'string')
    .join(' ')
  return `change ${place} of ${nameOf(scenario, phase)} to ${JSON.stringify(action.value) ?? 'empty'}`
}

const nameOf = ({ phases }: Scenario, place: number): string => {
  const { template, preset } = phases[place] ?? {}
  const version = template?.version === undefined ? '' : ` ${template.version}`
  return `${template?.id ?? ''}${version}${preset === undefined ? '' : ` by ${preset}`}`
}
