const lengthMax = 40

/** A piece of an expression to quote in an error: `"modulo(12, 0)"`. */
export const excerpt = (source: string, from: number, to = source.length): string => {
  const piece = source.slice(from, to).trim().replaceAll(/\s+/g, ' ')
  return `"${piece.length > lengthMax ? `${piece.slice(0, lengthMax).toWellFormed()}…` : piece}"`
}
