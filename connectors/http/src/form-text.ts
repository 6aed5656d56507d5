import { javaText } from './java-text.ts'

/** A context as a form; a null has no `=`. */
export const formText = (body: object): string =>
  Object.entries(body)
    .map(([name, value]) =>
      value === null ? formEncode(name) : `${formEncode(name)}=${formEncode(javaText(value))}`,
    )
    .join('&')

const formEncode = (text: string): string => new URLSearchParams([['', text]]).toString().slice(1)
