import { randomExpression, type Mapping } from '../expression.ts'
import type { Making } from './block.ts'
import type { Mappings } from './xml.ts'

/** A few mappings, often none. */
export const randomMappings = (making: Making): Mappings => ({
  inputs: making.random.isTrue(35) ? mappings(making, [...making.readable, 'own']) : [],
  outputs: randomOutputs(making),
})

export const randomOutputs = (making: Making): readonly Mapping[] =>
  making.random.isTrue(35) ? mappings(making, making.writable) : []

const mappings = ({ random, readable }: Making, targets: readonly string[]): readonly Mapping[] =>
  random.some(targets, 40).map((name) => ({
    source: randomExpression(random, readable),
    target: random.isTrue(15) ? `${name}.a` : name,
  }))
