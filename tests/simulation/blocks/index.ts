import type { Block, BlockKind, Making } from './block.ts'
import { choice } from './choice.ts'
import { loop } from './loop.ts'
import { parallel } from './parallel.ts'
import { raise } from './raise.ts'
import { sequence } from './sequence.ts'
import { subProcess } from './sub-process.ts'
import { task } from './task.ts'

/** The one list of blocks; each kind has its file. */
const kinds: readonly BlockKind[] = [task, raise, sequence, choice, parallel, loop, subProcess]

const simpleKinds = kinds.filter(({ hasBlocks }) => !hasBlocks)

/** Any block, as deep as there is room for. */
export const randomBlock = (making: Making): Block => {
  const kind = making.random.weighted(making.depth > 0 ? kinds : simpleKinds)
  return kind.make({ ...making, depth: making.depth - 1 })
}
