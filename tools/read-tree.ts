import { globSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import type { Tree } from './workspace.ts'

const patterns = [
  '{package,package-lock}.json',
  '{packages,connectors}/*/package.json',
  'tests/*/{package,package-lock}.json',
  '*.ts',
  '{packages,connectors}/*/*.ts',
  '{packages,connectors}/*/{src,bin}/**/*.{ts,tsx}',
  '{tools,tests,bench,examples}/**/*.{ts,tsx}',
  '*.md',
  '{docs,examples,bench}/**/*.md',
  '{packages,connectors}/*/*.md',
]

/** Reads what the checks look at. */
export const readTree = (root: string): Tree => {
  const paths = globSync(patterns, { cwd: root, exclude: ['**/node_modules', '**/dist'] })
  return new Map(
    paths
      .map((path) => path.split(sep).join('/'))
      .toSorted()
      .map((path) => [path, readFileSync(join(root, path), 'utf8')]),
  )
}
