import type { ModelElement } from '../model/model-element.ts'
import type { Block, BlockKind, Making } from './block.ts'
import { element, flow } from './xml.ts'

/** Two or three blocks at the same time, each with variables of its own, which meet at a join. */
export const parallel: BlockKind = {
  weight: 14,
  hasBlocks: true,
  make: (making) => {
    const fork = making.nextId('fork')
    const join = making.nextId('join')
    const blocks = Array.from({ length: 2 + making.random.below(2) }, () => branch(making))
    const flows = blocks.map(({ entry }) => flow(fork, entry))
    const isJoined = blocks.every(({ exit }) => exit !== null)
    return {
      entry: fork,
      exit: isJoined ? join : null,
      xml:
        element('parallelGateway', fork) +
        [...flows, ...blocks.map(({ xml }) => xml)].join('') +
        (isJoined ? element('parallelGateway', join) : '') +
        blocks.map(({ exit }) => leave(exit, isJoined ? join : null)).join(''),
      enter: (scope, next) => run(scope, { fork, join, blocks, isJoined }, next),
    }
  },
}

const branch = (making: Making): Block => {
  const own = making.nextId('v')
  const readable = [...making.readable, own]
  return making.block({ ...making, readable, writable: [own] })
}

/** Without a join each branch ends by itself. */
const leave = (exit: string | null, join: string | null): string => {
  if (exit === null) return ''
  if (join !== null) return flow(exit, join)
  return element('endEvent', `${exit}_stop`) + flow(exit, `${exit}_stop`)
}

interface Parallel {
  readonly fork: string
  readonly join: string
  readonly blocks: readonly Block[]
  readonly isJoined: boolean
}

const run = (
  scope: ModelElement,
  { fork, join, blocks, isJoined }: Parallel,
  next: () => void,
): void => {
  scope.pass(fork)
  scope.tokens += blocks.length - 1
  for (const { exit, enter } of blocks) {
    enter(scope, () => {
      if (isJoined) return arrive(scope, { join, count: blocks.length }, next)
      scope.pass(`${exit}_stop`)
      scope.endToken()
      return undefined
    })
  }
}

const arrive = (
  scope: ModelElement,
  { join, count }: { readonly join: string; readonly count: number },
  next: () => void,
): void => {
  const arrived = (scope.arrived.get(join) ?? 0) + 1
  if (arrived < count) {
    scope.arrived.set(join, arrived)
    return
  }
  scope.arrived.delete(join)
  scope.tokens -= count - 1
  scope.pass(join)
  next()
}
