import { compile, type Expression, type Value } from '@tenon/feel'

const warmUpMs = 300
const durationMs = 1_000
const batch = 10_000

const variables = new Map<string, Value>([
  ['a', { b: 9 }],
  ['items', ['a', 'b', 'c', 'd'].map((q, index) => ({ p: 4 + 2 * index, q }))],
])

/** Evaluations a second of CPU time, of expressions that are compiled once. */
export const measureFeel = (): ReadonlyMap<string, number> =>
  new Map([
    ['feel-sum', perCpuSecond('a.b + 1')],
    ['feel-filter', perCpuSecond('items[p > 5].q')],
  ])

const perCpuSecond = (source: string): number => {
  const expression = compile(source)
  evaluateFor(expression, warmUpMs)
  return evaluateFor(expression, durationMs)
}

const evaluateFor = (expression: Expression, cpuMs: number): number => {
  const before = process.cpuUsage()
  for (let evaluations = batch; ; evaluations += batch) {
    for (let done = 0; done < batch; done++) expression.evaluate((name) => variables.get(name))
    const { user, system } = process.cpuUsage(before)
    const usedMs = (user + system) / 1_000
    if (usedMs >= cpuMs) return (evaluations / usedMs) * 1_000
  }
}
