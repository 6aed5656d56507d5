import { isBelow, type Expression } from '../expression.ts'
import type { ModelElement } from '../model/model-element.ts'
import { ModelIncident } from '../model/model-incident.ts'
import type { Block, BlockKind, Making } from './block.ts'
import { element, flow } from './xml.ts'

interface Branch {
  readonly block: Block
  /** null is the default flow. */
  readonly condition: Expression | null
}

/** An exclusive gateway with a block on each of its flows, which meet at another one. */
export const choice: BlockKind = {
  weight: 12,
  hasBlocks: true,
  make: (making) => {
    const split = making.nextId('split')
    const merge = making.nextId('merge')
    const branches = randomBranches(making)
    const exits = branches.flatMap(({ block }) => block.exit ?? [])
    const isLeft = exits.length > 0
    return {
      entry: split,
      exit: isLeft ? merge : null,
      xml:
        toSplit(split, branches) +
        branches.map(({ block }) => block.xml).join('') +
        (isLeft ? element('exclusiveGateway', merge) : '') +
        exits.map((exit) => flow(exit, merge)).join(''),
      enter: (scope, next) =>
        decide(scope, { split, branches }, () => {
          scope.pass(merge)
          next()
        }),
    }
  },
}

const randomBranches = (making: Making): readonly Branch[] => {
  const { random, readable } = making
  const conditions = Array.from({ length: 1 + random.below(2) }, () =>
    isBelow(random.pick(readable) ?? 'x', random.below(10)),
  )
  const all = random.isTrue(80) ? [null, ...conditions] : conditions
  // One flow alone would need no condition.
  const several = all.length > 1 ? all : [...all, ...all]
  return several.map((condition) => ({ block: making.block(making), condition }))
}

const toSplit = (split: string, branches: readonly Branch[]): string => {
  const otherwise = branches.find(({ condition }) => condition === null)?.block.entry
  const attribute = otherwise === undefined ? '' : ` default="${split}_${otherwise}"`
  const flows = branches.map(({ block, condition }) =>
    flow(split, block.entry, condition ?? undefined),
  )
  return element('exclusiveGateway', split, '', attribute) + flows.join('')
}

interface Choice {
  readonly split: string
  readonly branches: readonly Branch[]
}

const decide = (scope: ModelElement, { split, branches }: Choice, next: () => void): void => {
  const gateway = scope.start(split)
  let chosen: Branch | undefined
  gateway.attempt(
    'ACTIVATING',
    () => {
      chosen = choose(gateway, branches)
    },
    () => {
      gateway.complete()
      chosen?.block.enter(scope, next)
    },
  )
}

/** Zeebe looks at the flows from the last in the document to the first. */
const choose = (gateway: ModelElement, branches: readonly Branch[]): Branch => {
  for (const branch of branches.toReversed()) {
    if (branch.condition === null) continue
    const isTaken = branch.condition.evaluate((name) => gateway.read(name))
    if (typeof isTaken !== 'boolean') throw new ModelIncident('EXTRACT_VALUE_ERROR')
    if (isTaken) return branch
  }
  const otherwise = branches.find(({ condition }) => condition === null)
  if (otherwise === undefined) throw new ModelIncident('CONDITION_ERROR')
  return otherwise
}
