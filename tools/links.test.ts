import { expect, it } from 'vitest'
import { checkLinks } from './links.ts'
import { describeProblem } from './problem.ts'
import { sample } from './sample.ts'

const found = (text: string): readonly string[] => {
  const workspace = sample({ 'docs/guide.md': text, 'docs/errors.md': '' })
  return checkLinks(workspace, (path) => workspace.tree.has(path)).map(describeProblem)
}

it('follows links relative to their page, and leaves the web alone', () => {
  const links = '[a](errors.md) [b](errors.md#CODE) [c](../package.json) [d](https://x.y) [e](#f)'

  expect(found(links)).toEqual([])
})

it('refuses a link to nothing', () => {
  expect(found('\n[a](../adr/0001.md)')).toEqual([
    'docs/guide.md:2  links to adr/0001.md, which does not exist. Correct the link, or write the page.  [link]',
  ])
})
