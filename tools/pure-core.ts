import { Visitor } from 'vite'
import { importsOf } from './imports.ts'
import type { Problem } from './problem.ts'
import { isTest, lineAt, type Source } from './source.ts'
import type { Workspace } from './workspace.ts'

/** The folders of the engine that are one pure function of state and command. */
const pureFolders = ['core', 'elements', 'event-definitions'].map(
  (name) => `packages/engine/src/${name}/`,
)

const rule = 'pure-core'

/** Checks that the engine's core has no clock, no chance, and reaches nothing outside of it. */
export const checkPureCore = ({ sources }: Workspace): readonly Problem[] =>
  sources
    .filter(({ path }) => !isTest(path) && pureFolders.some((folder) => path.startsWith(folder)))
    .flatMap((source) => [...impureImports(source), ...impureGlobals(source)])

const impureImports = (source: Source): readonly Problem[] =>
  importsOf(source)
    .filter(({ specifier }) =>
      /^node:|^\.\.\/(?!core\/|elements\/|event-definitions\/)/.test(specifier),
    )
    .map(({ specifier, line }) => ({
      rule,
      path: source.path,
      line,
      message: `imports ${specifier} into the engine's core, which is a pure function of state and command. Have the value handed in with the command, or return an effect that says what to do.`,
    }))

/** Functions that give another value each time, or reach out of the process. */
const impureFunctions = new Set([
  'fetch',
  'queueMicrotask',
  'setImmediate',
  'setInterval',
  'setTimeout',
])

// Not all of `process`: it is also what one calls a process of BPMN.
const impureMembers =
  /^(Date\.now|Math\.random|Temporal\.Now|(crypto|performance)\..*|process\.(cwd|env|hrtime|memoryUsage|nextTick|on|pid|uptime))$/

const impureGlobals = ({ program, text, path }: Source): readonly Problem[] => {
  const found: Problem[] = []
  const add = (name: string, start: number) => {
    found.push({
      rule,
      path,
      line: lineAt(text, start),
      message: `uses ${name} in the engine's core, so that a replay would give another result. Have the value handed in with the command, or return an effect that says what to do.`,
    })
  }
  new Visitor({
    CallExpression: ({ callee, start }) => {
      if (callee.type === 'Identifier' && impureFunctions.has(callee.name)) add(callee.name, start)
    },
    NewExpression: ({ callee, arguments: given, start }) => {
      const isClock = callee.type === 'Identifier' && callee.name === 'Date' && given.length === 0
      if (isClock) add('new Date()', start)
    },
    MemberExpression: ({ object, property, start }) => {
      if (object.type !== 'Identifier' || property.type !== 'Identifier') return
      const name = `${object.name}.${property.name}`
      if (impureMembers.test(name)) add(name, start)
    },
  }).visit(program)
  return found
}
