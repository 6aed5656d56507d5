import { expect, it } from 'vitest'
import { describeProblem } from './problem.ts'
import { checkPureCore } from './pure-core.ts'
import { sample } from './sample.ts'

const found = (text: string): readonly string[] =>
  checkPureCore(sample({ 'packages/engine/src/core/a.ts': text })).map(describeProblem)

it('allows what gives the same each time', () => {
  expect(
    found(
      `import './step.ts'\nimport '../elements/index.ts'\nexport const day = new Date(command.at)\nprocess.elements`,
    ),
  ).toEqual([])
})

it('leaves the rest of the engine alone', () => {
  expect(
    checkPureCore(sample({ 'packages/engine/src/clock.ts': 'export const now = Date.now()' })),
  ).toEqual([])
})

it.each(['node:crypto', '../storage/transaction.ts', '../history/writer.ts', '../../x.ts'])(
  'refuses to import %s',
  (specifier) => {
    expect(found(`import '${specifier}'`)).toEqual([
      `packages/engine/src/core/a.ts:1  imports ${specifier} into the engine's core, which is a pure function of state and command. Have the value handed in with the command, or return an effect that says what to do.  [pure-core]`,
    ])
  },
)

it.each([
  ['Date.now', 'Date.now()'],
  ['Math.random', 'Math.random()'],
  ['new Date()', 'new Date()'],
  ['setTimeout', 'setTimeout(f, 1)'],
  ['performance.now', 'performance.now()'],
  ['crypto.randomUUID', 'crypto.randomUUID()'],
  ['Temporal.Now', 'Temporal.Now.instant()'],
  ['process.env', 'process.env'],
])('refuses %s', (name, text) => {
  expect(found(text)).toEqual([
    `packages/engine/src/core/a.ts:1  uses ${name} in the engine's core, so that a replay would give another result. Have the value handed in with the command, or return an effect that says what to do.  [pure-core]`,
  ])
})
