import { Visitor, type ESTree } from 'vite'
import type { Problem } from './problem.ts'
import { lineAt, type Source } from './source.ts'
import type { Workspace } from './workspace.ts'

/** Lines of a file. */
export const fileLinesMax = 400
/** Lines of a function, from its first to its last. */
export const functionLinesMax = 70

/** Checks that files and functions are of a size that can be read at once. */
export const checkSizes = ({ sources }: Workspace): readonly Problem[] =>
  sources.flatMap((source) => [...longFile(source), ...longFunctions(source)])

const longFile = ({ path, text }: Source): readonly Problem[] => {
  const lines = text.split('\n').length - 1
  if (lines <= fileLinesMax) return []
  return [
    {
      rule: 'file-size',
      path,
      line: null,
      message: `has ${lines} lines, over ${fileLinesMax}. Find the second idea in it and give it a file of its own.`,
    },
  ]
}

const longFunctions = ({ path, text, program }: Source): readonly Problem[] => {
  const found: Problem[] = []
  const suites = new Set<ESTree.Node>()
  const measure = (node: ESTree.Function | ESTree.ArrowFunctionExpression) => {
    const line = lineAt(text, node.start)
    const lines = lineAt(text, node.end) - line + 1
    if (lines <= functionLinesMax || suites.has(node)) return
    found.push({
      rule: 'function-size',
      path,
      line,
      message: `has a function of ${lines} lines, over ${functionLinesMax}. Give its steps functions of their own, named after what they do.`,
    })
  }
  new Visitor({
    // The body of a suite is a list of tests, not a function that someone must follow.
    CallExpression: ({ callee, arguments: given }) => {
      if (callee.type === 'Identifier' && callee.name === 'describe')
        for (const argument of given) suites.add(argument)
    },
    FunctionDeclaration: measure,
    FunctionExpression: measure,
    ArrowFunctionExpression: measure,
  }).visit(program)
  return found
}
