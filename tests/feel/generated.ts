import type { Area } from './area.ts'
import { grammar } from './grammar.ts'
import { randomFrom } from '../random.ts'

/** Expressions of each type; the depth goes round from 1 to `depthMax`. */
const perType = 250
const depthMax = 4

/** Typed expressions put together at random, the same in each run. */
export const generated = (): readonly Area[] =>
  [...grammar.keys()].map((type, index) => ({
    name: `generated ${type}`,
    expressions: distinctExpressions(type, randomFrom(1_000 + index)),
  }))

const distinctExpressions = (type: string, random: () => number): readonly string[] => {
  const found = new Set<string>()
  // A type has only so many small expressions: give up on them in the end.
  for (let tried = 0; found.size < perType && tried < perType * 10; tried++)
    found.add(compose(type, 1 + (tried % depthMax), random))
  return [...found]
}

const compose = (type: string, depth: number, random: () => number): string => {
  const productions = grammar.get(type)
  if (productions === undefined) throw new Error(`The grammar has no type ${type}.`)
  const shape = pick(depth === 0 ? productions.leaves : productions.nodes, random)
  return shape.replaceAll(/\$(\w+)/g, (_, inner: string) =>
    compose(inner, depthBelow(depth, random), random),
  )
}

/** Mostly one level less, sometimes a leaf, so that trees are not all full. */
const depthBelow = (depth: number, random: () => number): number =>
  depth === 0 || random() < 0.3 ? 0 : depth - 1

const pick = (shapes: readonly string[], random: () => number): string => {
  const shape = shapes[Math.floor(random() * shapes.length)]
  if (shape === undefined) throw new Error('A type of the grammar has no shapes.')
  return shape
}
