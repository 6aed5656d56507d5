import { rows, type Row } from './rows.ts'
import { spread } from './statistics.ts'

/** Figures of each run, by row. */
export type Figures = ReadonlyMap<string, readonly number[]>

/** A Markdown table of medians, with the lowest and highest run. */
export const toTable = (figures: Figures): string => {
  const head = [
    'What',
    'Unit',
    'Tenon: median (lowest–highest)',
    'Goal',
    'Peer, recorded elsewhere',
  ]
  const lines = rows.map(({ id, title, unit, goal, peer }) => [
    title,
    unit,
    toCell(figures.get(id) ?? [], unit),
    goal,
    peer,
  ])
  return [head, head.map(() => '---'), ...lines]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
}

const toCell = (runs: readonly number[], unit: Row['unit']): string => {
  if (runs.length === 0) return 'not measured'
  const { low, median, high } = spread(runs)
  const format = (value: number): string =>
    unit === 'ms' || unit === 's' ? value.toFixed(2) : Math.round(value).toLocaleString('en-US')
  return `${format(median)} (${format(low)}–${format(high)})`
}
