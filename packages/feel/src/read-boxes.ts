import type { TreeNode } from './parse.ts'
import type { Read, Reader } from './read-syntax.ts'
import { spanOf, type Syntax } from './syntax.ts'

export const readPath: Read = (node, reader) => {
  const name = node.getChild('PathName')
  const [base] = reader.children(node)
  if (name === null || base === undefined) throw reader.misplaced(node)
  return { kind: 'path', base: reader.read(base), name: reader.name(name), ...spanOf(node) }
}

export const readFilter: Read = (node, reader) => {
  const [base, , condition] = reader.children(node)
  if (base === undefined || condition === undefined) throw reader.misplaced(node)
  return {
    kind: 'filter',
    base: reader.read(base),
    condition: reader.read(condition),
    ...spanOf(node),
  }
}

export const readContext: Read = (node, reader) => ({
  kind: 'context',
  entries: node.getChildren('ContextEntry').map((entry) => {
    const key = entry.getChild('Key')
    const value = reader.children(entry).at(-1)
    if (key === null || value === undefined) throw reader.misplaced(entry)
    return { name: readKey(key, reader), value: reader.read(value) }
  }),
  ...spanOf(node),
})

/** A quoted key is taken as it is written, escapes and all. */
const readKey = (key: TreeNode, reader: Reader): string =>
  key.getChild('StringLiteral') === null ? reader.name(key) : reader.text(key).slice(1, -1)

export const readDefinition: Read = (node, reader) => {
  const body = node.getChild('FunctionBody')
  if (node.getChild('external') !== null) throw reader.unsupported(node, 'An external function')
  if (body === null) throw reader.misplaced(node)
  const parameters = node.getChild('FormalParameters')?.getChildren('FormalParameter') ?? []
  return {
    kind: 'function',
    parameters: parameters.map((parameter) => parameterName(parameter, reader)),
    body: reader.inner(body),
    ...spanOf(node),
  }
}

const parameterName = (node: TreeNode, reader: Reader): string => {
  const name = node.getChild('ParameterName')
  if (name === null) throw reader.misplaced(node)
  return reader.name(name)
}

export const readCall: Read = (node, reader) => {
  const [callee] = reader.children(node)
  if (callee?.name === 'PathExpression') {
    throw reader.unsupported(callee, 'Calling a function in a context')
  }
  if (callee?.name !== 'VariableName' && callee?.name !== 'SpecialFunctionName') {
    const message = `Only a function's name can be called, at position ${node.from}. Give it one in a context.`
    throw reader.refused(node, message)
  }
  return {
    kind: 'call',
    name: reader.name(callee),
    ...readArguments(node, reader),
    ...spanOf(node),
  }
}

const readArguments = (
  node: TreeNode,
  reader: Reader,
): { readonly values: readonly Syntax[]; readonly names: readonly string[] | undefined } => {
  const named = node.getChild('NamedParameters')?.getChildren('NamedParameter')
  if (named !== undefined) {
    return {
      values: named.map((parameter) => reader.inner(parameter)),
      names: named.map((parameter) => parameterName(parameter, reader)),
    }
  }
  const positional = node.getChild('PositionalParameters')
  return { values: positional === null ? [] : reader.expressions(positional), names: undefined }
}
