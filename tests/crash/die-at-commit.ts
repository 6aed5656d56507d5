// Loaded into a Tenon that is to die at a named point: told by SIGUSR2, it kills itself at one of
// its next commits, within the transaction, right before COMMIT, or right after it.
import { StatementSync } from 'node:sqlite'

type Point = 'STATEMENT' | 'BEFORE' | 'AFTER'

const points: readonly Point[] = ['STATEMENT', 'BEFORE', 'AFTER']
const commitsMax = 30
let point: Point | undefined
let commitsLeft = 0

process.on('SIGUSR2', () => {
  point = points[Math.floor(Math.random() * points.length)]
  commitsLeft = Math.floor(Math.random() * commitsMax)
})

const dieAt = (reached: Point): void => {
  if (reached === point && commitsLeft <= 0) process.kill(process.pid, 'SIGKILL')
}

// oxlint-disable-next-line typescript/unbound-method -- it is called with its `this`
const { run } = StatementSync.prototype
StatementSync.prototype.run = function runAndDie(...values: readonly unknown[]) {
  const isCommit = this.sourceSQL === 'COMMIT'
  if (isCommit) dieAt('BEFORE')
  const ran = Reflect.apply(run, this, values)
  if (isCommit) {
    dieAt('AFTER')
    commitsLeft--
  } else if (this.sourceSQL.startsWith('INSERT')) dieAt('STATEMENT')
  return ran
}
