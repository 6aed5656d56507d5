import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Area } from './area.ts'

const folder = join(import.meta.dirname, 'expressions')

/** What stands for a character that a line cannot show. */
const signs: Readonly<Record<string, string>> = {
  '⏎': '\n',
  '⇥': '\t',
  '⍽': '\u{a0}',
  // An em space, a unit separator, a byte order mark.
  '⎵': '\u{2003}',
  '␟': '\u{1f}',
  '⌷': '\u{feff}',
}

/** An expression as a line of text files has it, with its signs replaced. */
export const written = (line: string): string =>
  line.replaceAll(/[⏎⇥⍽⎵␟⌷]/gu, (sign) => signs[sign] ?? sign)

/** The expressions of `expressions/*.txt`: one a line, comments begin with `# `. */
export const handWritten = (): readonly Area[] =>
  globSync('*.txt', { cwd: folder })
    .toSorted()
    .map((file) => ({
      name: basename(file, '.txt'),
      expressions: readFileSync(join(folder, file), 'utf8')
        .split('\n')
        .filter((line) => line !== '' && !line.startsWith('# '))
        .map(written),
    }))
