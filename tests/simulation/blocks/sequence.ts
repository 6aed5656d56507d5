import type { ModelElement } from '../model/model-element.ts'
import type { Block, BlockKind, Making } from './block.ts'
import { flow } from './xml.ts'

/** Blocks one after the other. */
export const sequence: BlockKind = {
  weight: 20,
  hasBlocks: true,
  make: (making) => {
    const blocks = randomBlocks(making, 2 + making.random.below(2))
    const flows = blocks.slice(1).map(({ entry }, index) => flow(blocks[index]?.exit ?? '', entry))
    return {
      entry: blocks[0]?.entry ?? '',
      exit: blocks.at(-1)?.exit ?? null,
      xml: [...blocks.map(({ xml }) => xml), ...flows].join(''),
      enter: (scope, next) => enterAll(blocks, scope, next),
    }
  },
}

/** Nothing comes after a block that no token leaves. */
const randomBlocks = (making: Making, count: number): readonly Block[] => {
  const block = making.block(making)
  return block.exit === null || count === 1 ? [block] : [block, ...randomBlocks(making, count - 1)]
}

const enterAll = (
  [first, ...others]: readonly Block[],
  scope: ModelElement,
  next: () => void,
): void => {
  if (first === undefined) next()
  else first.enter(scope, () => enterAll(others, scope, next))
}
