import { expect, it } from 'vitest'
import { rows } from './rows.ts'
import { toTable } from './table.ts'

it('shows the median with the lowest and highest run beside goal and peer', () => {
  const table = toTable(new Map([['start-end', [4_100.4, 5_200, 4_900]]]))
  expect(table).toContain(
    '| start → end over REST, 50 in flight | instances/s | 4,900 (4,100–5,200) | ≥ 4,000 | 414–465 |',
  )
})

it('has a line for each row, also for what was not measured', () => {
  const lines = toTable(new Map()).split('\n')
  expect(lines).toHaveLength(rows.length + 2)
  expect(lines.at(-1)).toContain('not measured')
})
