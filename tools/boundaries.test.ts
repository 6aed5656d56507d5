import { expect, it } from 'vitest'
import { checkBoundaries } from './boundaries.ts'
import { describeProblem } from './problem.ts'
import { sample } from './sample.ts'

const problems = (path: string, text: string): readonly string[] =>
  checkBoundaries(sample({ [path]: text })).map(describeProblem)

it('allows what the design allows', () => {
  const workspace = sample({
    'packages/sdk/src/a.ts': `import { z } from 'zod'`,
    'packages/templates/src/a.ts': `import type { Connector } from '@tenon/sdk'`,
    'packages/engine/src/a.ts': `import { SecretSeal } from '@tenon/orchestration/secret-seal'\nimport 'node:sqlite'`,
    'packages/orchestration/src/secret-seal.ts': `import 'node:crypto'`,
    'connectors/http/src/index.ts': `import { connector } from '@tenon/sdk'\nimport 'node:zlib'`,
    'packages/feel/src/a.test.ts': `import '@tenon/engine'\nimport 'feel-samples'\nimport 'node:fs'`,
    'packages/engine/src/testing/suite.ts': `import '@tenon/sdk'\nimport 'vite'`,
    'tests/crash.test.ts': `import '@tenon/engine'`,
    'tools/check.ts': `import 'vite'\nimport './boundaries.ts'`,
  })

  expect(checkBoundaries(workspace)).toEqual([])
})

it.each([
  [
    'another layer',
    'packages/feel/src/a.ts',
    `\nimport { parseBpmn } from '@tenon/bpmn'`,
    'packages/feel/src/a.ts:2  imports @tenon/bpmn, which @tenon/feel may not (tools/layers.ts). Have it handed in by a package that may import both, or move what both need to one that both may import.  [layers]',
  ],
  [
    'another connector',
    'connectors/http/src/index.ts',
    `import '@tenon/connector-mail'`,
    'connectors/http/src/index.ts:1  imports @tenon/connector-mail, which @tenon/connector-http may not (tools/layers.ts). Have it handed in by a package that may import both, or move what both need to one that both may import.  [layers]',
  ],
  [
    'values where only types are allowed',
    'packages/templates/src/a.ts',
    `import { type Connector } from '@tenon/sdk'`,
    'packages/templates/src/a.ts:1  loads @tenon/sdk, of which @tenon/templates may use types only (tools/layers.ts). Write `import type`, or have the value handed in.  [layers]',
  ],
  [
    'what is not exported',
    'packages/engine/src/a.ts',
    `import '@tenon/orchestration/src/json.ts'`,
    'packages/engine/src/a.ts:1  imports @tenon/orchestration/src/json.ts, which packages/orchestration/package.json does not list in its exports. Import what @tenon/orchestration exports: the rest is its own.  [deep-import]',
  ],
  [
    'another package by path',
    'tests/crash.test.ts',
    `import '../packages/engine/src/a.ts'`,
    'tests/crash.test.ts:1  reaches into packages/engine by path. Import @tenon/engine by its name: what it does not export is its own.  [path-across-packages]',
  ],
  [
    'what is not declared',
    'packages/engine/src/a.ts',
    `import '@tenon/bpmn'`,
    "packages/engine/src/a.ts:1  imports @tenon/bpmn, which packages/engine/package.json does not have among its dependencies. Add it there; a third party's needs a line in docs/dependencies.md, and a module of Node starts with node:.  [undeclared]",
  ],
  [
    'what is not installed with the package',
    'packages/feel/src/a.ts',
    `import 'feel-samples'`,
    "packages/feel/src/a.ts:1  imports feel-samples, which packages/feel/package.json does not have among its dependencies. Add it there; a third party's needs a line in docs/dependencies.md, and a module of Node starts with node:.  [undeclared]",
  ],
  [
    'Node where the browser goes',
    'packages/feel/src/a.ts',
    `import { readFile } from 'node:fs'`,
    'packages/feel/src/a.ts:1  imports node:fs, but @tenon/feel runs in the browser too. Take what you need as a parameter, from a package that runs on the server.  [portable]',
  ],
  [
    'a file that needs Node where the browser goes',
    'packages/orchestration/src/index.ts',
    `export { SecretSeal } from './secret-seal.ts'`,
    'packages/orchestration/src/index.ts:1  brings packages/orchestration/src/secret-seal.ts, which needs Node, into what the browser loads. Leave it to its own entry in the exports of the package.json.  [portable]',
  ],
  [
    'what is for tests',
    'packages/engine/src/a.ts',
    `import './testing/suite.ts'`,
    'packages/engine/src/a.ts:1  imports ./testing/suite.ts, which is for tests. Move what sources need out of the testing folder.  [testing]',
  ],
  [
    'the index of the own package',
    'packages/feel/src/range/a.ts',
    `import { compile } from '../index.ts'`,
    'packages/feel/src/range/a.ts:1  imports the index of its own package, which makes a circle. Import the file that has it.  [own-index]',
  ],
  [
    'the own package by name',
    'packages/feel/src/a.ts',
    `import { compile } from '@tenon/feel'`,
    'packages/feel/src/a.ts:1  imports its own package by name, which makes a circle. Import the file that has it.  [own-index]',
  ],
])('refuses %s', (_, path, text, expected) => {
  expect(problems(path, text)).toEqual([expected])
})

it('refuses a third party that a package may not have, even when declared', () => {
  const workspace = sample({
    'packages/sdk/package.json': `{ "name": "@tenon/sdk", "dependencies": { "lodash": "1.0.0" } }`,
    'packages/sdk/src/a.ts': `import 'lodash'`,
  })

  expect(checkBoundaries(workspace).map(describeProblem)).toEqual([
    'packages/sdk/src/a.ts:1  imports lodash, but @tenon/sdk depends on zod alone (tools/layers.ts). Do without it, or do it in another package.  [layers]',
  ])
})
