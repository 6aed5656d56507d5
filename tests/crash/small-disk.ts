import { execFileSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const sizeMb = 8

/** A disk in memory, mounted for a test. */
export class SmallDisk {
  readonly folder: string

  private constructor(folder: string) {
    this.folder = folder
  }

  /** Why none can be mounted here; undefined where one can. */
  static missing(): string | undefined {
    try {
      SmallDisk.mount().unmount()
      return undefined
    } catch (error) {
      return `a disk cannot be mounted: ${error instanceof Error ? error.message : String(error)}`
    }
  }

  static mount(): SmallDisk {
    const folder = mkdtempSync(join(tmpdir(), 'tenon-disk-'))
    try {
      const options = ['-t', 'tmpfs', '-o', `size=${sizeMb}m`, 'tenon-test', folder]
      execFileSync('mount', options, { stdio: 'pipe' })
      return new SmallDisk(folder)
    } catch (error) {
      rmSync(folder, { recursive: true })
      throw error
    }
  }

  /** Takes all the space that is left. */
  fill(): void {
    const file = openSync(this.#filler, 'w')
    const block = Buffer.alloc(4_096)
    try {
      while (writeSync(file, block) === block.length);
    } catch {
      // No space is left.
    } finally {
      closeSync(file)
    }
  }

  /** Gives it back. */
  free(): void {
    rmSync(this.#filler)
  }

  unmount(): void {
    execFileSync('umount', [this.folder])
    rmSync(this.folder, { recursive: true })
  }

  get #filler(): string {
    return join(this.folder, 'filler')
  }
}
