/** The rows of the table: what is measured, the goal, and what the peer reached. */
export interface Row {
  readonly id: string
  readonly title: string
  readonly unit: string
  readonly goal: string
  /**
   * Measured on another day on a machine of the same kind: 2 shared cores, November 2026, Zeebe
   * 8.6.0, and Camunda's Java connector runtime 8.8.7 where a connector is in the row; for FEEL the
   * fastest JavaScript evaluator, bpmnkit's.
   */
  readonly peer: string
}

const table = `
start-end      | start → end over REST, 50 in flight                     | instances/s | ≥ 4,000 | 414–465
job            | start → job → end, REST worker, 50 in flight            | instances/s | ≥ 2,500 | 240–257
connector      | start → REST connector → end, 50 in flight              | instances/s | ≥ 2,000 | 103–153
connector-p50  | the same, p50                                           | ms          | ≤ 25    | 318–487
idle-p50       | one connector job, idle, over the echo’s own time, p50  | ms          | ≤ 2     | 13.5–15.6
idle-p99       | the same, p99                                           | ms          | ≤ 8     | 22.9–53
ready          | ready to serve                                          | s           | ≤ 1     | 9.3 + 7.3
memory-ready   | memory, ready                                           | MB          | ≤ 150   | 530 + 310
memory-load    | memory, under load                                      | MB          | ≤ 400   | 3,300 + 385
web-shell      | the app: what its first page loads, Brotli               | KB          | ≤ 300   | –
web-all        | the app: with all editors, Brotli                       | KB          | ≤ 900   | –
feel-sum       | FEEL, compiled once: \`a.b + 1\`                         | 1/CPU-s     | ≥ 10M   | 14.7M
feel-filter    | FEEL, compiled once: \`items[p > 5].q\`, 4 items         | 1/CPU-s     | ≥ 1.2M  | 1.2M`

export const rows: readonly Row[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [id = '', title = '', unit = '', goal = '', peer = ''] = line
      .split('|')
      .map((cell) => cell.trim())
    return { id, title, unit, goal, peer }
  })
