/** A new id for an element of the type, such as `Message_0x1k9ap`. */
export const nextId = (type: string): string => {
  const letters = [...crypto.getRandomValues(new Uint32Array(7))].map((number) =>
    (number % 36).toString(36),
  )
  return `${type.replace(/^.*:/, '')}_${letters.join('')}`
}
