import { isUtf8 } from 'node:buffer'
import { readFile } from 'node:fs/promises'
import { CliError } from './errors.ts'

/** The content of a file. Throws `FILE_UNREADABLE`. */
export const readBytes = async (path: string): Promise<Uint8Array<ArrayBuffer>> => {
  try {
    return new Uint8Array(await readFile(path))
  } catch (cause) {
    throw new CliError('FILE_UNREADABLE', `${path} cannot be read: ${reasonOf(cause)}.`, { cause })
  }
}

/** The same of a text in UTF-8. */
export const readText = async (path: string): Promise<string> => {
  const bytes = await readBytes(path)
  if (isUtf8(bytes)) return new TextDecoder().decode(bytes)
  throw new CliError(
    'FILE_UNREADABLE',
    `${path} cannot be read: it is not UTF-8. Save it as UTF-8.`,
  )
}

const reasons: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'there is no such file. Check the path'],
  ['EISDIR', 'it is a folder. Name a file'],
  ['ENOTDIR', 'a part of its path is not a folder. Check the path'],
  ['EACCES', 'its permissions do not allow it. Change them, or run as another user'],
])

const reasonOf = (cause: unknown): string => {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  return reasons.get(code) ?? (cause instanceof Error ? cause.message : String(cause))
}
