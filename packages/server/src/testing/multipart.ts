const boundary = 'tenon-boundary'

export const multipartHeaders = { 'content-type': `multipart/form-data; boundary=${boundary}` }

/** A part with a file name is a file. */
export interface Part {
  readonly name: string
  readonly filename?: string
  readonly content: string
}

/** The body of a multipart request. */
export const multipart = (...parts: readonly Part[]): string =>
  [...parts.map(render), `--${boundary}--`, ''].join('\r\n')

const render = ({ name, filename, content }: Part): string => {
  const file = filename === undefined ? '' : `; filename="${filename}"`
  return [
    `--${boundary}`,
    `Content-Disposition: form-data; name="${name}"${file}`,
    '',
    content,
  ].join('\r\n')
}
