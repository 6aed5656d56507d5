import type { ElementTemplate } from '@tenon/templates'
import { randomFrom } from '../random.ts'
import { enteredValues } from './entered-values.ts'
import type { Action, Performer, Scenario, ShownField, Step } from './scenario.ts'

type Change = Extract<Action, { kind: 'change' }>

/** How often a field is preferred that others depend on. */
const switching = 0.35

/** Does what the scenario says, with edits of the fields that are shown, the same in each run. */
export const record = async (
  performer: Performer,
  scenario: Scenario,
): Promise<readonly Step[]> => {
  const random = randomFrom(scenario.seed)
  const steps: Step[] = []
  const act = async (action: Action): Promise<readonly ShownField[]> => {
    const outcome = await performer.perform(action)
    steps.push({ action, ...outcome })
    return outcome.fields
  }
  await performer.open(scenario, scenario.xml)
  await act({ kind: 'open' })
  for (const [phase, { template, editsMax, untouched = [] }] of scenario.phases.entries()) {
    const isTouched = ({ property }: ShownField) => !untouched.includes(property)
    let fields = await act({ kind: 'apply', phase })
    const tried = new Set<string>()
    for (let edit = 0; edit < editsMax; edit++) {
      const change = chooseChange({ template, fields: fields.filter(isTouched), tried, random })
      if (change === undefined) break
      tried.add(keyOf(change))
      fields = await act(change)
    }
  }
  await act({ kind: scenario.end })
  return steps
}

interface Choice {
  readonly template: ElementTemplate
  readonly fields: readonly ShownField[]
  readonly tried: ReadonlySet<string>
  readonly random: () => number
}

/** One that was not tried yet, and that changes something. */
const chooseChange = ({ template, fields, tried, random }: Choice): Change | undefined => {
  const changes = fields.flatMap(({ property: place, value: shown }) => {
    const property = template.properties[place]
    if (property === undefined) return []
    return enteredValues(property, random)
      .filter((value) => value !== shown)
      .map((value): Change => ({ kind: 'change', property: place, value }))
      .filter((change) => !tried.has(keyOf(change)))
  })
  const switches = changes.filter(({ property }) => isSwitch(template, property))
  const preferred = switches.length > 0 && random() < switching ? switches : changes
  return preferred[Math.floor(random() * preferred.length)]
}

const isSwitch = ({ properties }: ElementTemplate, place: number): boolean => {
  const id = properties[place]?.id
  return properties.some(({ condition }) => {
    if (condition === undefined || id === undefined) return false
    const conditions = 'allMatch' in condition ? condition.allMatch : [condition]
    return conditions.some(({ property }) => property === id)
  })
}

/** One expression of the many is enough. */
const keyOf = ({ property, value }: Change): string =>
  `${property} ${typeof value === 'string' && value.startsWith('=') ? '=' : String(value)}`
