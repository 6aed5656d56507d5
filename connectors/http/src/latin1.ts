/** The bytes of text in ISO-8859-1; undefined when it has other characters. */
export const latin1 = (text: string): Uint8Array | undefined => {
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code > 0xff) return undefined
    bytes[at] = code
  }
  return bytes
}
