import { posix } from 'node:path'
import type { Problem } from './problem.ts'
import { lineAt } from './source.ts'
import type { Workspace } from './workspace.ts'

const link = /\]\((?!\w+:|#|\/)([^)\s#]+)(?:#[^)\s]*)?\)/g

/** Checks that links between the pages lead somewhere. `exists` tells so of a path from the root. */
export const checkLinks = (
  { tree }: Workspace,
  exists: (path: string) => boolean,
): readonly Problem[] =>
  [...tree]
    .filter(([path]) => path.endsWith('.md'))
    .flatMap(([path, text]) =>
      [...text.matchAll(link)]
        .map(({ 1: to = '', index }) => ({ to: posix.join(posix.dirname(path), to), index }))
        .filter(({ to }) => !exists(to))
        .map(({ to, index }) => ({
          rule: 'link',
          path,
          line: lineAt(text, index),
          message: `links to ${to}, which does not exist. Correct the link, or write the page.`,
        })),
    )
