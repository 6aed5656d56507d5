import { writeFileSync } from 'node:fs'
import { availableParallelism, cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { measureOnce } from './measure.ts'
import { rows } from './rows.ts'
import { toTable } from './table.ts'

const runs = 5
const method = `Medians of ${runs} runs, each on a fresh data folder: 2 s of warm-up, 5 s measured, 50 calls in
flight over 50 connections kept open, each answered when its instance has ended. Every commit is
synced to the disk (\`synchronous=FULL\`). Load generator and called system run beside Tenon on the
same cores. Idle: 300 calls, one after the other with 20 ms between, less the median of the called
system alone. Memory is that of the process, its peak for "under load". FEEL: evaluations a second
of CPU time. The app: JavaScript and CSS, without fonts. The peer's figures were recorded elsewhere: on another
day, on a machine of the same kind, with Zeebe 8.6.0 and Camunda's Java connector runtime 8.8.7; for
FEEL with the fastest evaluator in JavaScript, bpmnkit's.`

const measure = async (): Promise<string> => {
  const figures = new Map<string, number[]>(rows.map(({ id }) => [id, []]))
  process.stderr.write(`${runs} runs of about 40 s each\n`)
  for (let run = 1; run <= runs; run++) {
    process.stderr.write(`Run ${run} of ${runs}\n`)
    for (const [id, value] of await measureOnce()) figures.get(id)?.push(value)
  }
  const machine = `${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`
  return `# Benchmark\n\n${machine}\n\n${toTable(figures)}\n\n${method}\n`
}

const { values } = parseArgs({
  options: { write: { type: 'boolean', default: false } },
  allowPositionals: false,
})
const report = await measure()
process.stdout.write(report)
if (values.write) writeFileSync(join(import.meta.dirname, 'README.md'), report)
