import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEngine } from '@tenon/engine'

// In memory where that can be had: what a power cut leaves is simulated, not left to the disk.
const parent = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

/** The files of an engine. */
export class DataFolder {
  readonly path = mkdtempSync(join(parent, 'tenon-simulation-'))

  /** As an engine leaves it that has done nothing. */
  static async empty(): Promise<DataFolder> {
    const folder = new DataFolder()
    await openEngine({ folder: folder.path }).close()
    return folder
  }

  get database(): string {
    return join(this.path, 'engine.db')
  }

  /** What stands on the disk now, as another process would find it. */
  copy(): DataFolder {
    const copy = new DataFolder()
    copyFileSync(this.database, copy.database)
    copy.log = this.log
    return copy
  }

  /** The write-ahead log. */
  get log(): Buffer {
    const path = `${this.database}-wal`
    return existsSync(path) ? readFileSync(path) : Buffer.alloc(0)
  }

  set log(content: Buffer) {
    writeFileSync(`${this.database}-wal`, content)
  }

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true })
  }
}

/** What is left of a log when the last byte that was written since has not reached the disk. */
export const tornLog = (before: Buffer, after: Buffer): Buffer => {
  let end = after.length - 1
  while (end >= 0 && before[end] === after[end]) end--
  return end < 0 ? before : Buffer.concat([after.subarray(0, end), before.subarray(end)])
}
