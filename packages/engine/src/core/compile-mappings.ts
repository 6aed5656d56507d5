import type { Mapping } from '@tenon/bpmn'
import type { Entries, Evaluate, Mappings } from './definition.ts'

type Tree = Map<string, Evaluate | (Entries & { readonly entries: Tree })>

/**
 * Targets are put together by their names, as Zeebe does: what sets `a` and what sets `a.b` has the
 * place of the first, and the sense of the last.
 */
export const compileMappings = (
  mappings: readonly Mapping[],
  compile: (mapping: Mapping) => Evaluate,
): Mappings => {
  const tree: Tree = new Map()
  for (const mapping of mappings) put(tree, mapping.target.split('.'), compile(mapping))
  return tree
}

const put = (tree: Tree, [name = '', ...inner]: readonly string[], evaluate: Evaluate): void => {
  if (inner.length === 0) {
    tree.set(name, evaluate)
    return
  }
  const known = tree.get(name)
  const node = typeof known === 'object' ? known : { entries: new Map() }
  put(node.entries, inner, evaluate)
  tree.set(name, node)
}
