import { isBelow, number, plus } from '../expression.ts'
import type { ModelElement } from '../model/model-element.ts'
import { passableBlock, type Block, type BlockKind, type Making } from './block.ts'
import { activityBlock } from './activity.ts'
import { bodyOf } from './body.ts'
import { subProcessOf } from './sub-process.ts'
import { element, flow } from './xml.ts'

/** More rounds than one step of the engine has room for. */
const manyRounds = 160

/** A sub-process that goes through a block as often as its counter says. */
export const loop: BlockKind = {
  weight: 5,
  hasBlocks: true,
  make: (making) => {
    const { random } = making
    const id = making.nextId('loop')
    const counter = `${id}_n`
    const isLong = random.isTrue(10)
    const rounds = isLong ? manyRounds : 1 + random.below(3)
    const block = isLong ? null : passableBlock(making)
    const counted = { id, counter, rounds, block }
    const inputs = [{ source: number(0), target: counter }]
    const body = bodyOf(id, roundsOf(making, counted))
    return activityBlock(making, subProcessOf(id, { inputs, outputs: [] }, body))
  },
}

interface Counted {
  readonly id: string
  readonly counter: string
  readonly rounds: number
  readonly block: Block | null
}

const roundsOf = (making: Making, { id, counter, rounds, block }: Counted): Block => {
  const [merge, split] = [`${id}_merge`, `${id}_split`]
  const count = countBlock(making, `${id}_count`, counter)
  const again = isBelow(counter, rounds)
  const enter = (scope: ModelElement, next: () => void): void => {
    scope.pass(merge)
    const countAndDecide = (): void =>
      count.enter(scope, () => {
        scope.pass(split)
        if (again.evaluate((name) => scope.read(name)) === true) enter(scope, next)
        else next()
      })
    if (block === null) countAndDecide()
    else block.enter(scope, countAndDecide)
  }
  return {
    entry: merge,
    exit: split,
    xml:
      element('exclusiveGateway', merge) +
      (block === null ? '' : flow(merge, block.entry) + block.xml) +
      flow(block?.exit ?? merge, count.entry) +
      count.xml +
      flow(count.exit ?? '', split) +
      element('exclusiveGateway', split, '', ` default="${split}_${id}_end"`) +
      flow(split, merge, again),
    enter,
  }
}

/** An empty sub-process adds one, for a gateway cannot. */
const countBlock = (making: Making, id: string, counter: string): Block => {
  const outputs = [{ source: plus(counter, 1), target: counter }]
  return activityBlock(making, subProcessOf(id, { inputs: [], outputs }, bodyOf(id, null)))
}
