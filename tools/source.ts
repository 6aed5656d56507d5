import { parseSync, type ESTree, type ParseResult } from 'vite'

/** A TypeScript file, parsed. */
export interface Source {
  /** Path from the root of the repository, with `/`. */
  readonly path: string
  readonly text: string
  readonly program: ESTree.Program
  readonly comments: ParseResult['comments']
}

/** Throws where the text is not TypeScript. */
export const parseSource = (path: string, text: string): Source => {
  const { program, comments, errors } = parseSync(path, text)
  const [error] = errors
  if (error !== undefined) throw new Error(`${path} is not TypeScript: ${error.message}`)
  return { path, text, program, comments }
}

/** The line, from 1, of an offset into the text. */
export const lineAt = (text: string, offset: number): number => {
  let line = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1))
    line++
  return line
}

const testPath = /\.test\.tsx?$|^(tests|bench|examples)\/|^[^/]+\/[^/]+\/src\/testing\//

/** Whether a file only serves tests: they may import what sources may not. */
export const isTest = (path: string): boolean => testPath.test(path)
