import { Visitor } from 'vite'
import { lineAt, type Source } from './source.ts'

/** One place where a file imports another, or names a type of it. */
export interface Import {
  readonly specifier: string
  /** Whether nothing is loaded when the program runs. */
  readonly isTypeOnly: boolean
  readonly line: number
}

/** All imports of a file: statements, re-exports, `import()` with a plain text, and types. */
export const importsOf = ({ program, text }: Source): readonly Import[] => {
  const found: Import[] = []
  const add = (specifier: string, start: number, isTypeOnly: boolean) => {
    found.push({ specifier, isTypeOnly, line: lineAt(text, start) })
  }
  new Visitor({
    ImportDeclaration: ({ source, importKind, start }) => {
      add(source.value, start, importKind === 'type')
    },
    ExportAllDeclaration: ({ source, exportKind, start }) => {
      add(source.value, start, exportKind === 'type')
    },
    ExportNamedDeclaration: ({ source, exportKind, start }) => {
      if (source !== null) add(source.value, start, exportKind === 'type')
    },
    ImportExpression: ({ source, start }) => {
      if (source.type === 'Literal' && typeof source.value === 'string')
        add(source.value, start, false)
    },
    TSImportType: ({ source, start }) => {
      add(source.value, start, true)
    },
  }).visit(program)
  return found
}
