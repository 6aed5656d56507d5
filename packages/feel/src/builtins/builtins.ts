import { aggregates } from './aggregates.ts'
import type { Builtin } from './builtin.ts'
import { contexts } from './contexts.ts'
import { conversions } from './conversions.ts'
import { lists } from './lists.ts'
import { numbers } from './numbers.ts'
import { sets } from './sets.ts'
import { strings } from './strings.ts'
import { truths } from './truths.ts'

const groups = [truths, numbers, strings, lists, sets, aggregates, contexts, conversions]
const byName = Map.groupBy(groups.flat(), ({ name }) => name)

/** The built-in functions of a name, which differ in their parameters. */
export const builtinsNamed = (name: string): readonly Builtin[] => byName.get(name) ?? []
