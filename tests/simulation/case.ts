import { OrchestrationError, type OrchestrationErrorCode } from '@tenon/orchestration'
import { check } from './check.ts'
import type { Command } from './commands/command.ts'
import { randomCommand, randomCommandOnInstance } from './commands/index.ts'
import type { Fault } from './disk.ts'
import type { Machine } from './machine.ts'
import type { World } from './world.ts'

/** What may happen in a case, and how often. */
interface Happening {
  readonly weight: number
  readonly happen: () => Promise<void> | void
}

/** Random things that happen to an engine, each followed by a check of all that it holds. */
export class Case {
  readonly #world: World
  readonly #machine: Machine
  readonly #log: string[]
  readonly #happenings: readonly Happening[] = [
    { weight: 60, happen: () => this.#command() },
    { weight: 10, happen: () => this.#commandsAtOnce() },
    { weight: 10, happen: () => this.#time() },
    { weight: 8, happen: () => this.#refuse() },
    { weight: 8, happen: () => this.#die() },
    { weight: 4, happen: () => this.#restart() },
  ]

  constructor(world: World, machine: Machine, log: string[]) {
    this.#world = world
    this.#machine = machine
    this.#log = log
  }

  async run(): Promise<void> {
    const { random } = this.#world
    await this.#deploy()
    for (let left = 6 + random.below(12); left > 0; left--) {
      await random.weighted(this.#happenings).happen()
      await this.#check()
    }
  }

  async #deploy(): Promise<void> {
    const encoder = new TextEncoder()
    const resources = this.#world.processes.map(({ id, xml }) => ({
      name: `${id}.bpmn`,
      content: encoder.encode(xml),
    }))
    await this.#machine.engine.commands.deploy(resources)
  }

  #settle(): Promise<void> {
    return this.#machine.settle((milliseconds) => this.#world.advance(milliseconds))
  }

  async #check(): Promise<void> {
    await this.#settle()
    check(this.#machine, this.#world)
  }

  async #command(): Promise<void> {
    const command = randomCommand(this.#world)
    this.#log.push(command.name)
    this.#answered(command, await this.#send(command))
  }

  /** In one group, so that they share a commit. */
  async #commandsAtOnce(): Promise<void> {
    for (const [command, answer] of await this.#sendSeveral()) this.#answered(command, answer)
  }

  #time(): void {
    const milliseconds = this.#world.random.oneOf(400, 3_000, 12_000, 60_000)
    this.#log.push(`${milliseconds} ms`)
    this.#world.advance(milliseconds)
  }

  async #restart(): Promise<void> {
    this.#log.push('restart')
    await this.#machine.restart()
  }

  /** The disk refuses a statement or COMMIT of a command, or of what comes after it. */
  async #refuse(): Promise<void> {
    const { random } = this.#world
    const kind = random.oneOf('STATEMENT', 'COMMIT')
    // It is opened when it has failed, and before and after a command that it refuses.
    const failedReopenings = 3 * random.below(2)
    const statement = 1 + random.below(12)
    const spared = this.#armed({ kind, statement, spared: random.below(2), failedReopenings })
    const answers = await this.#sendSeveral()
    const { disk } = this.#machine
    for (const [command, answer] of answers) {
      if (!disk.isArmed && isStorageFailure(answer)) continue
      this.#answered(command, answer)
    }
    if (!disk.isArmed && spared === 0) {
      const isRefused = answers.some(([, answer]) => isStorageFailure(answer))
      if (!isRefused) throw new Error('The disk has failed, and nothing is refused')
    }
    await this.#settle()
    disk.disarm()
    if (disk.isFull) await this.#refused()
  }

  /** As long as the database cannot be opened anew; reads go on. */
  async #refused(): Promise<void> {
    const answer = await this.#send(randomCommand(this.#world))
    this.#log.push('refused, since the disk is full')
    if (!isStorageFailure(answer)) throw new Error('The disk is full, and nothing is refused')
    // Seldom, since it starts a thread.
    if (this.#world.random.isTrue(5)) await this.#search()
    this.#machine.disk.recover()
  }

  async #search(): Promise<void> {
    const page = await this.#machine.engine.queries.search('process-instances', allItems)
    const given = page.items.map(
      ({ processInstanceKey, state }) => `${processInstanceKey} ${state}`,
    )
    const due = [...this.#world.instances].map(([{ state }, key]) => `${key} ${state}`)
    const [found, wanted] = [given.toSorted().join(), due.toSorted().join()]
    if (found !== wanted) throw new Error(`The search finds ${found}, but should find ${wanted}`)
  }

  /** The process dies while it commits a command, or what comes after it; or while it idles. */
  async #die(): Promise<void> {
    const { random } = this.#world
    const kind = random.oneOf('DIE_BEFORE', 'DIE_IN', 'DIE_AFTER')
    const spared = this.#armed({ kind, statement: 0, spared: random.below(2), failedReopenings: 0 })
    const command = randomCommand(this.#world)
    this.#log.push(command.name)
    const answer = await this.#send(command)
    const isLost = this.#machine.isDead && spared === 0 && kind !== 'DIE_AFTER'
    if (!isLost) this.#answered(command, answer)
    await this.#settle()
    this.#machine.disk.disarm()
    this.#log.push(isLost ? 'it is lost' : 'it has happened')
    await this.#machine.die()
  }

  #armed(fault: Fault): number {
    this.#machine.disk.arm(fault)
    this.#log.push(`fault: ${JSON.stringify(fault)}`)
    return fault.spared
  }

  async #sendSeveral(): Promise<readonly (readonly [Command, Answer])[]> {
    const { random } = this.#world
    const count = random.oneOf(1, 1, 2, 3, 4)
    const commands = Array.from({ length: count }, () => randomCommandOnInstance(this.#world))
    this.#log.push(`at once: ${commands.map(({ name }) => name).join('; ')}`)
    return Promise.all(
      commands.map(async (command) => [command, await this.#send(command)] as const),
    )
  }

  async #send({ send }: Command): Promise<Answer> {
    this.#world.model.age++
    try {
      return { apply: await send(this.#machine.engine) }
    } catch (error) {
      if (error instanceof OrchestrationError) return { code: error.code, message: error.message }
      throw error
    }
  }

  #answered({ refusal }: Command, answer: Answer): void {
    const due = refusal() ?? 'ACCEPTED'
    const given = 'code' in answer ? answer.code : 'ACCEPTED'
    if ('code' in answer) this.#log.push(`  ${answer.code}: ${answer.message}`)
    if (given !== due) throw new Error(`The answer is ${given}, but should be ${due}`)
    if ('apply' in answer) answer.apply()
  }
}

const allItems = { filter: [], sort: [], page: { limit: 100 } } as const

const isStorageFailure = (answer: Answer): boolean =>
  'code' in answer && answer.code === 'STORAGE_FAILED'

type Answer =
  | { readonly apply: () => void }
  | { readonly code: OrchestrationErrorCode; readonly message: string }
