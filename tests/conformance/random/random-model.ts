import {
  boundaryErrorEvent,
  end,
  exclusiveGateway,
  flow,
  model,
  parallelGateway,
  serviceTask,
  start,
  type ServiceTask,
} from '../model.ts'

/** Numbers from 0 to below 1. */
export type Random = () => number

/** Blocks inside blocks. */
const depthMax = 2

/** A part of a process with one way in and one way out. */
interface Block {
  readonly first: string
  readonly last: string
}

/** What only holds for numbers `x` and `y`, which `randomSteps` always gives. */
const conditions = [
  '=modulo(x, 5) > 2',
  '=odd(x)',
  '=x < y',
  '=modulo(x + y, 3) = 0',
  '=not(even(y))',
]

/**
 * A process put together of blocks: a task, with or without error events, a choice, branches side by
 * side, or a loop. Its flows stand in the document in any order.
 */
export const randomModel = (random: Random): string => new Composer(random).compose()

class Composer {
  readonly #random: Random
  readonly #elements: string[] = []
  readonly #flows: string[] = []
  #count = 0

  constructor(random: Random) {
    this.#random = random
  }

  compose(): string {
    this.#elements.push(start(), end())
    const { first, last } = this.#sequence(depthMax)
    this.#connect('start', first)
    this.#connect(last, 'end')
    return model(...this.#elements, ...this.#shuffled(this.#flows))
  }

  #sequence(depth: number): Block {
    const blocks = this.#times(1 + this.#below(3), () => this.#block(depth))
    for (const [index, { first }] of blocks.entries()) {
      const before = blocks[index - 1]
      if (before !== undefined) this.#connect(before.last, first)
    }
    return { first: blocks[0]?.first ?? '', last: blocks.at(-1)?.last ?? '' }
  }

  #block(depth: number): Block {
    if (depth === 0) return this.#task()
    const kinds = [
      () => this.#task(),
      () => this.#caughtTask(),
      () => this.#choice(depth - 1),
      () => this.#fork(depth - 1),
      () => this.#loop(depth - 1),
    ]
    return this.#pick(kinds)()
  }

  #task(options = this.#taskOptions()): Block {
    const id = this.#id('task')
    this.#elements.push(serviceTask(id, options))
    return { first: id, last: id }
  }

  #taskOptions(): ServiceTask {
    const inputs = this.#pick([{}, {}, { x: '=x + 1' }, { z: '=x * y' }, { 'z.a': '=x', w: '=z' }])
    const outputs = this.#pick([{}, {}, { y: '=result' }, { v: '=result', x: '=result + 1' }])
    return { inputs, outputs, ...this.#pick([{}, {}, { retries: '=1 + 1' }]) }
  }

  /** Error events lead, some over a task of their own, to where the task leads. */
  #caughtTask(): Block {
    const { first } = this.#task()
    const merge = this.#id('merge')
    this.#elements.push(exclusiveGateway(merge))
    this.#connect(first, merge)
    const caught: readonly { readonly error?: string }[] = [
      { error: 'GONE' },
      { error: 'LOST' },
      {},
    ]
    for (const options of caught.filter(() => this.#random() < 0.5)) {
      const to = this.#random() < 0.5 ? merge : this.#handler(merge)
      const outputs = this.#pick([{}, { reason: '=result' }])
      const event = { at: first, to, outputs, ...options }
      this.#elements.push(boundaryErrorEvent(this.#id('caught'), event))
    }
    return { first, last: merge }
  }

  #handler(merge: string): string {
    const { first } = this.#task()
    this.#connect(first, merge)
    return first
  }

  #choice(depth: number): Block {
    const split = this.#id('choice')
    const branches = this.#branches(depth)
    const otherwise = this.#pick(branches)
    this.#elements.push(exclusiveGateway(split, { defaultTo: otherwise.first }))
    for (const branch of branches) {
      this.#connect(split, branch.first, branch === otherwise ? undefined : this.#pick(conditions))
    }
    return { first: split, last: this.#merge(exclusiveGateway, branches) }
  }

  #fork(depth: number): Block {
    const split = this.#id('fork')
    this.#elements.push(parallelGateway(split))
    const branches = this.#branches(depth)
    for (const { first } of branches) this.#connect(split, first)
    return { first: split, last: this.#merge(parallelGateway, branches) }
  }

  #branches(depth: number): readonly Block[] {
    return this.#times(2 + this.#below(2), () => this.#sequence(depth))
  }

  #merge(gateway: (id: string) => string, branches: readonly Block[]): string {
    const merge = this.#id('merge')
    this.#elements.push(gateway(merge))
    for (const { last } of branches) this.#connect(last, merge)
    return merge
  }

  /** A task counts the rounds; one that was counted to its end before is left after one. */
  #loop(depth: number): Block {
    const merge = this.#id('merge')
    const choice = this.#id('again')
    const body = this.#sequence(depth)
    const counted = `=if ${choice} = null then 1 else ${choice} + 1`
    const counter = this.#task({ outputs: { [choice]: counted } })
    const leave = this.#id('leave')
    this.#elements.push(exclusiveGateway(merge), exclusiveGateway(leave))
    this.#elements.push(exclusiveGateway(choice, { defaultTo: leave }))
    this.#connect(merge, body.first)
    this.#connect(body.last, counter.first)
    this.#connect(counter.last, choice)
    this.#connect(choice, merge, `=${choice} < ${2 + this.#below(2)}`)
    this.#connect(choice, leave)
    return { first: merge, last: leave }
  }

  #connect(source: string, target: string, condition?: string): void {
    this.#flows.push(flow(source, target, condition))
  }

  #id(kind: string): string {
    return `${kind}${++this.#count}`
  }

  #times<Item>(count: number, make: () => Item): readonly Item[] {
    return Array.from({ length: count }, make)
  }

  #pick<Item>(items: readonly [Item, ...Item[]] | readonly Item[]): Item {
    const item = items[this.#below(items.length)]
    if (item === undefined) throw new Error('There is nothing to pick from.')
    return item
  }

  #shuffled(items: readonly string[]): readonly string[] {
    return items
      .map((item) => ({ item, place: this.#random() }))
      .toSorted((a, b) => a.place - b.place)
      .map(({ item }) => item)
  }

  #below(count: number): number {
    return Math.floor(this.#random() * count)
  }
}
