import { endingOf, stepOutcome, type Outcome, type StepOutcome } from './outcome.ts'
import { emptySnapshot, type Snapshot } from './snapshot.ts'
import type { Step } from './step.ts'
import type { Command, TestedEngine } from './tested-engine.ts'

/** The next step, from what is there now and how many there were; undefined to stop. */
export type NextStep = (snapshot: Snapshot, done: number) => Step | undefined

/** Runs a model in an engine that holds nothing else. */
export const runScenario = async (
  engine: TestedEngine,
  model: string,
  next: NextStep,
): Promise<Outcome> => {
  await engine.reset()
  const refusal = await engine.deploy(model)
  if (refusal !== undefined) {
    return { isRefused: true, steps: [], ending: endingOf(emptySnapshot, []) }
  }
  const steps: StepOutcome[] = []
  let snapshot = await engine.snapshot()
  for (;;) {
    const step = next(snapshot, steps.length)
    if (step === undefined) return { isRefused: false, steps, ending: endingOf(snapshot, steps) }
    // oxlint-disable-next-line no-await-in-loop -- a step is made of what the one before has left
    const answer = await engine.perform(commandOf(step, snapshot))
    // oxlint-disable-next-line no-await-in-loop -- a step is made of what the one before has left
    const after = await engine.snapshot()
    steps.push(stepOutcome(step, answer, [snapshot, after]))
    snapshot = after
  }
}

/** The steps one after the other. */
export const inOrder =
  (steps: readonly Step[]): NextStep =>
  (_, done) =>
    steps[done]

/** No engine has anything of this key. */
const keyOfNothing = '1'

const commandOf = (step: Step, snapshot: Snapshot): Command => ({
  step,
  key: keyOf(step, snapshot) ?? keyOfNothing,
})

const keyOf = (step: Step, snapshot: Snapshot): string | undefined => {
  const { instances, elements, jobs, incidents, userTasks } = snapshot
  switch (step.kind) {
    case 'cancel':
      return oldest(instances, ({ process }) => process === step.process)
    case 'completeJob':
    case 'failJob':
    case 'updateRetries':
    case 'throwError':
      return oldest(jobs, ({ element }) => element === step.element)
    case 'resolveIncident':
      return oldest(incidents, ({ element }) => element === step.element)
    case 'assignUserTask':
    case 'completeUserTask':
      return oldest(userTasks, ({ element }) => element === step.element)
    case 'setVariables':
      return (
        oldest(instances, ({ process }) => process === step.scope) ??
        oldest(elements, ({ id }) => id === step.scope)
      )
    default:
      return undefined
  }
}

type Addressed = { readonly key: string } & (
  { readonly isOpen: boolean } | { readonly state: string }
)

/** The oldest open one, else the newest. */
const oldest = <Item extends Addressed>(
  all: readonly Item[],
  isMeant: (item: Item) => boolean,
): string | undefined => {
  const meant = all.filter(isMeant)
  return (meant.find(isOpen) ?? meant.at(-1))?.key
}

const isOpen = (item: Addressed): boolean =>
  'isOpen' in item ? item.isOpen : item.state === 'ACTIVE'
