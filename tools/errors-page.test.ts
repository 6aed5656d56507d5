import { expect, it } from 'vitest'
import { errorCataloguesOf } from './error-catalogues.ts'
import { checkErrorsPage, errorsPage } from './errors-page.ts'
import { describeProblem } from './problem.ts'
import { sample } from './sample.ts'

const catalogue = {
  'packages/feel/src/errors.ts': `export const feelErrors = { FEEL_SYNTAX: 'Not FEEL. Correct it.', FEEL_LIMIT: 'Too much. ' + 'Do less.' } as const`,
}
const written = errorsPage(errorCataloguesOf(sample(catalogue)))

const found = (page: string, more: Readonly<Record<string, string>> = {}): readonly string[] =>
  checkErrorsPage(sample({ ...catalogue, ...more, 'docs/errors.md': page })).map(describeProblem)

it('writes each code as a heading with its sentence', () => {
  expect(written).toContain(
    '## @tenon/feel\n\n### FEEL_SYNTAX\n\nNot FEEL. Correct it.\n\n### FEEL_LIMIT\n\nToo much. Do less.\n',
  )
})

it('takes the page that it wrote', () => {
  expect(found(written)).toEqual([])
})

it('refuses a page without a code', () => {
  expect(found(written.replace(/### FEEL_LIMIT[^]*/, ''))).toEqual([
    'docs/errors.md  does not have FEEL_LIMIT with the sentence of packages/feel/src/errors.ts. Run `node tools/errors-page.ts --write`.  [errors-page]',
  ])
})

it('refuses another sentence', () => {
  expect(found(written.replace('Not FEEL.', 'Wrong.'))).toEqual([
    'docs/errors.md  does not have FEEL_SYNTAX with the sentence of packages/feel/src/errors.ts. Run `node tools/errors-page.ts --write`.  [errors-page]',
  ])
})

it('refuses a code that no catalogue has', () => {
  expect(found(`${written}\n### OLD\n\nGone.\n`)).toEqual([
    'docs/errors.md:15  has OLD, which no catalogue has. Run `node tools/errors-page.ts --write`, or give the code back to its catalogue.  [errors-page]',
  ])
})

it('refuses any other change', () => {
  expect(found(`${written}\nMore.\n`)).toEqual([
    'docs/errors.md  is not as it would be written. Run `node tools/errors-page.ts --write`.  [errors-page]',
  ])
})

it('refuses a code that two packages use', () => {
  const second = {
    'packages/sdk/src/errors.ts': `export const sdkErrors = { FEEL_LIMIT: 'Mine. Do less.' }`,
  }

  expect(found(written, second)).toContain(
    'packages/sdk/src/errors.ts  uses FEEL_LIMIT, which another package has too. Give one of them another code.  [errors-page]',
  )
})

it.each([
  ['no catalogue', 'export const messages = {}', 'has no exported constant named …Errors'],
  ['no sentence', 'export const feelErrors = { A: 1 }', "is not CODE: 'sentence'"],
])('refuses an errors.ts with %s', (_, text, message) => {
  expect(() => found('', { 'packages/feel/src/errors.ts': text })).toThrow(message)
})
