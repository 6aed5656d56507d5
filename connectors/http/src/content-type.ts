/** The media type of a header, in lower case, and one of its parameters. */
export const mediaTypeOf = (header: string): string =>
  (header.split(';')[0] ?? '').trim().toLowerCase()

export const parameterOf = (header: string, name: string): string | undefined => {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*("?)([^";]*)\\1`, 'i').exec(header)
  return found?.[2]?.trim()
}
