import type { TreeNode } from './parse.ts'
import type { Read, Reader } from './read-syntax.ts'
import { spanOf, type Iterator } from './syntax.ts'

export const readIf: Read = (node, reader) => {
  const [, condition, , whenTrue, , otherwise] = reader.children(node)
  if (condition === undefined || whenTrue === undefined || otherwise === undefined) {
    throw reader.misplaced(node)
  }
  return {
    kind: 'if',
    condition: reader.read(condition),
    whenTrue: reader.read(whenTrue),
    otherwise: reader.read(otherwise),
    ...spanOf(node),
  }
}

export const readFor: Read = (node, reader) => ({
  kind: 'for',
  ...readIteration(node, reader),
  ...spanOf(node),
})

export const readQuantified: Read = (node, reader) => ({
  kind: node.getChild('every') === null ? 'some' : 'every',
  ...readIteration(node, reader),
  ...spanOf(node),
})

const readIteration = (node: TreeNode, reader: Reader) => {
  const iterators = node.getChild('InExpressions')?.getChildren('InExpression') ?? []
  const body = reader.children(node).at(-1)
  if (body === undefined) throw reader.misplaced(node)
  return {
    iterators: iterators.map((iterator) => readIterator(iterator, reader)),
    body: reader.read(body),
  }
}

const readIterator = (node: TreeNode, reader: Reader): Iterator => {
  const name = node.getChild('Name')
  const over = node.getChild('IterationContext')
  const [from, , to] = over === null ? [] : reader.children(over)
  if (name === null || from === undefined) throw reader.misplaced(node)
  if (from.name === 'SimplePositiveUnaryTest') {
    const message = `An iteration over a range has no brackets at position ${from.from}. Write 1..3.`
    throw reader.refused(from, message)
  }
  return {
    name: reader.name(name),
    from: reader.read(from),
    to: to === undefined ? undefined : reader.read(to),
  }
}
