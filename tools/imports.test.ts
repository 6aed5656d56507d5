import { expect, it } from 'vitest'
import { importsOf } from './imports.ts'
import { parseSource } from './source.ts'

it('finds every way to import', () => {
  const source = parseSource(
    'a.ts',
    [
      `import { a } from 'statement'`,
      `import type { b } from 'type-statement'`,
      `import { type c } from 'loaded-though-only-types'`,
      `export * from 'all'`,
      `export type { d } from 'type-export'`,
      `const e = await import('call')`,
      `type F = import('in-a-type').F`,
    ].join('\n'),
  )

  expect(importsOf(source)).toEqual([
    { specifier: 'statement', isTypeOnly: false, line: 1 },
    { specifier: 'type-statement', isTypeOnly: true, line: 2 },
    { specifier: 'loaded-though-only-types', isTypeOnly: false, line: 3 },
    { specifier: 'all', isTypeOnly: false, line: 4 },
    { specifier: 'type-export', isTypeOnly: true, line: 5 },
    { specifier: 'call', isTypeOnly: false, line: 6 },
    { specifier: 'in-a-type', isTypeOnly: true, line: 7 },
  ])
})
