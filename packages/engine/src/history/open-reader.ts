import { DatabaseSync } from 'node:sqlite'
import { showSecretReferences } from '@tenon/orchestration/secret-seal'

// Time to wait while the write-ahead log is recovered or reset.
const busyTimeoutMs = 1_000

/** A connection to `engine.db` that only reads, with the functions that searches call. */
export const openReader = (path: string): DatabaseSync => {
  const database = new DatabaseSync(path, { readOnly: true, timeout: busyTimeoutMs })
  // In KiB when negative. A read error on mapped memory would kill the process.
  database.exec('PRAGMA cache_size = -16384; PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY')
  database.function('interruptible', () => 1)
  database.function('show_secret_references', { deterministic: true }, (text) =>
    typeof text === 'string' ? showSecretReferences(text) : text,
  )
  return database
}
