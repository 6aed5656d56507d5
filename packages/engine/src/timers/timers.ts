import { OrchestrationError } from '@tenon/orchestration'
import { createInstanceBy } from '../core/create-instance.ts'
import type { Definition } from '../core/definition.ts'
import { fireTimer, repeated } from '../core/fire-timer.ts'
import type { Step } from '../core/step.ts'
import { DueWork } from '../due/due-work.ts'
import type { EngineClock } from '../due/engine-clock.ts'
import { DefinitionNotLoaded } from '../storage/definition-store.ts'
import type { GroupCommit } from '../storage/group-commit.ts'
import type { StartTimer } from '../storage/start-timers.ts'
import type { Transaction } from '../storage/transaction.ts'

/** Timers that fire with one command, so that others come between when many are due. */
const firedPerCommand = 100

/** Fires timers when their time has come: those that instances wait for, and those that start one. */
export class Timers {
  readonly #due: DueWork

  constructor(commits: GroupCommit, clock: EngineClock) {
    this.#due = new DueWork(commits, clock, fireDue)
  }

  /** After what was deployed may start by itself. */
  wake(): void {
    this.#due.wake()
  }

  onCommitted({ events }: Step): void {
    for (const event of events) {
      if (event.entity === 'timer' && event.row.endedAt === null)
        this.#due.schedule(event.row.dueAt)
    }
  }

  close(): void {
    this.#due.close()
  }
}

const fireDue = (transaction: Transaction): number | null => {
  const fired = fireWaiting(transaction)
  const started = startDue(transaction, fired === 0)
  // Of many due at once, or of definitions that must be loaded, some are left.
  return fired + started > 0 ? transaction.now : nextDue(transaction)
}

const fireWaiting = (transaction: Transaction): number => {
  let fired = 0
  for (const { key, step } of transaction.steps(transaction.find.dueTimers(transaction.now))) {
    const timer = step.state.timers.get(key)
    // One that fired before may have ended it.
    if (timer === undefined) continue
    fireTimer(step, timer)
    transaction.add(step)
    if (++fired === firedPerCommand) break
  }
  return fired
}

const startDue = (transaction: Transaction, isFirst: boolean): number => {
  let started = 0
  for (const timer of transaction.startTimers.due(transaction.now, firedPerCommand)) {
    const definition = definitionOf(transaction, timer, isFirst && started === 0)
    if (definition === 'later') break
    setAgain(transaction, timer)
    if (definition !== undefined) start(transaction, definition, timer)
    started++
  }
  return started
}

const start = (
  transaction: Transaction,
  definition: Definition,
  { elementId }: StartTimer,
): void => {
  const startedBy = { elementId, variables: {}, correlationKey: null }
  const step = createInstanceBy(definition, startedBy, transaction)
  step.run()
  transaction.add(step)
}

/** Undefined where it cannot be read any more, so that it does not stop the others. */
const definitionOf = (
  { definitions }: Transaction,
  { definitionKey }: StartTimer,
  isFirst: boolean,
): Definition | 'later' | undefined => {
  try {
    return definitions.get(definitionKey)
  } catch (error) {
    if (error instanceof OrchestrationError) return undefined
    // What was started already is enough for now; loading comes with the next command.
    if (error instanceof DefinitionNotLoaded && !isFirst) return 'later'
    throw error
  }
}

const setAgain = (transaction: Transaction, timer: StartTimer): void => {
  const again = repeated(timer, transaction)
  if (again === undefined) transaction.startTimers.remove(timer.key)
  else transaction.startTimers.set({ ...timer, ...again })
}

const nextDue = ({ find, startTimers, now }: Transaction): number | null => {
  const times = [find.nextTimer(now), startTimers.nextDue(now)].filter((time) => time !== null)
  return times.length === 0 ? null : Math.min(...times)
}
