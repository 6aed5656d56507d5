import { javaText } from './java-text.ts'
import { latin1 } from './latin1.ts'
import { parameterOf } from './content-type.ts'

/** A body and the header that says how to read it. */
interface Multipart {
  readonly body: Uint8Array
  readonly contentType: string
}

/**
 * A context as `multipart/form-data`, one part an entry: none for null, one for each item of a
 * list. In ISO-8859-1 as Camunda does it, but where that would lose characters in UTF-8.
 */
export const toMultipart = (body: object, header: string): Multipart => {
  const given = parameterOf(header, 'boundary')
  const boundary = given ?? `tenon-${crypto.randomUUID()}`
  const parts = Object.entries(body).flatMap(([name, value]) =>
    textsOf(value).map((text) => partText(boundary, name, text)),
  )
  const text = `${parts.join('')}--${boundary}--\r\n`
  const bytes = latin1(text)
  const charset = bytes === undefined ? 'UTF-8' : 'ISO-8859-1'
  return {
    body: bytes ?? new TextEncoder().encode(text),
    contentType:
      given === undefined
        ? `multipart/form-data; charset=${charset}; boundary=${boundary}`
        : header,
  }
}

const textsOf = (value: unknown): readonly string[] => {
  if (value === null) return []
  return Array.isArray(value) ? value.map((item) => javaText(item)) : [javaText(value)]
}

const partText = (boundary: string, name: string, text: string): string =>
  `--${boundary}\r\nContent-Disposition: form-data; name="${escape(name)}"\r\n\r\n${text}\r\n`

/** Nothing in a name ends the name. */
const escape = (name: string): string =>
  name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
