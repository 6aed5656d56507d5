import { aggregates } from './aggregates.ts'
import type { Builtin } from './builtin.ts'
import { contexts } from './contexts.ts'
import { conversions } from './conversions.ts'
import { environmentFunctions } from './environment.ts'
import { lists } from './lists.ts'
import { numbers } from './numbers.ts'
import { patterns } from './patterns.ts'
import { rangeFunctions } from './ranges.ts'
import { sets } from './sets.ts'
import { strings } from './strings.ts'
import { temporalConversions } from './temporal-conversions.ts'
import { temporalFunctions } from './temporal.ts'
import { truths } from './truths.ts'
import { zeebeFunctions } from './zeebe.ts'

/** Every built-in function; some differ only in the names of their parameters. */
export const builtins: readonly Builtin[] = [
  truths,
  numbers,
  strings,
  patterns,
  lists,
  sets,
  aggregates,
  contexts,
  conversions,
  temporalConversions,
  temporalFunctions,
  rangeFunctions,
  environmentFunctions,
  zeebeFunctions,
].flat()
const byName = Map.groupBy(builtins, ({ name }) => name)

/** The built-in functions of a name, which differ in their parameters. */
export const builtinsNamed = (name: string): readonly Builtin[] => byName.get(name) ?? []
