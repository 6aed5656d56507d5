import { DatabaseSync, StatementSync } from 'node:sqlite'

type DeathKind = 'DIE_BEFORE' | 'DIE_IN' | 'DIE_AFTER'

/** What befalls the first or the second of the next commits that have something to write. */
export interface Fault {
  /** The disk refuses a statement or COMMIT, or the process dies before, in or after COMMIT. */
  readonly kind: 'STATEMENT' | 'COMMIT' | DeathKind
  /** Which of the transaction's statements is refused; COMMIT where it has fewer. */
  readonly statement: number
  /** Commits that go well before. */
  readonly spared: number
  /** How often the database then cannot be opened anew. */
  readonly failedReopenings: number
}

/** Told as the process dies. */
export interface Death {
  readonly onBeforeCommit: (kind: DeathKind) => void
  readonly onAfterCommit: () => void
}

/** Stands between the engines of this process and SQLite until it is disposed of. */
export class Disk {
  readonly #death: Death
  #fault: Fault | undefined
  #spared = 0
  #failedReopenings = 0
  /** Statements of the transaction that is under way. */
  #statements = 0
  readonly #restore: () => void

  constructor(death: Death) {
    this.#death = death
    // oxlint-disable-next-line typescript/unbound-method -- it is called with its `this`
    const { run } = StatementSync.prototype
    // oxlint-disable-next-line typescript/unbound-method -- it is called with its `this`
    const { exec } = DatabaseSync.prototype
    const onRun = (sql: string, proceed: () => Ran): Ran => this.#onRun(sql, proceed)
    const onExec = (sql: string): void => this.#onExec(sql)
    StatementSync.prototype.run = function runOnDisk(...values: readonly unknown[]) {
      return onRun(this.sourceSQL, () => Reflect.apply(run, this, values))
    }
    DatabaseSync.prototype.exec = function execOnDisk(sql: string) {
      onExec(sql)
      exec.call(this, sql)
    }
    this.#restore = () => {
      StatementSync.prototype.run = run
      DatabaseSync.prototype.exec = exec
    }
  }

  /** Whether the fault is still to come. */
  get isArmed(): boolean {
    return this.#fault !== undefined
  }

  /** Whether the database cannot be opened anew now. */
  get isFull(): boolean {
    return this.#failedReopenings > 0
  }

  arm(fault: Fault): void {
    this.#fault = fault
    this.#spared = fault.spared
  }

  disarm(): void {
    this.#fault = undefined
  }

  /** There is space again. */
  recover(): void {
    this.#failedReopenings = 0
  }

  [Symbol.dispose](): void {
    this.#restore()
  }

  #onRun(sql: string, proceed: () => Ran): Ran {
    if (sql.startsWith('BEGIN')) this.#statements = 0
    else if (sql === 'COMMIT') return this.#onCommit(proceed)
    else if (/^(INSERT|UPDATE|DELETE)/.test(sql)) this.#onStatement()
    return proceed()
  }

  #onStatement(): void {
    this.#statements++
    const fault = this.#fault
    if (fault?.kind !== 'STATEMENT' || this.#spared > 0) return
    if (this.#statements === fault.statement) this.#refuse(fault)
  }

  #onCommit(proceed: () => Ran): Ran {
    const fault = this.#fault
    if (fault === undefined || this.#statements === 0) return proceed()
    if (this.#spared-- > 0) return proceed()
    if (fault.kind === 'STATEMENT' || fault.kind === 'COMMIT') return this.#refuse(fault)
    this.#fault = undefined
    this.#death.onBeforeCommit(fault.kind)
    const ran = proceed()
    this.#death.onAfterCommit()
    return ran
  }

  #refuse({ failedReopenings }: Fault): never {
    this.#fault = undefined
    this.#failedReopenings = failedReopenings
    throw diskIsFull()
  }

  /** Each writer begins with a transaction of its own when it is opened. */
  #onExec(sql: string): void {
    if (this.#failedReopenings === 0 || sql !== 'BEGIN IMMEDIATE') return
    this.#failedReopenings--
    throw diskIsFull()
  }
}

type Ran = ReturnType<StatementSync['run']>

/** As Node throws it for SQLite. */
const diskIsFull = (): Error =>
  Object.assign(new Error('database or disk is full'), { code: 'ERR_SQLITE_ERROR', errcode: 13 })
