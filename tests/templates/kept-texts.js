const stringify = JSON.stringify
const textsByReplacer = new Map()

/** The value itself, which cannot change any more at any depth. */
export const frozen = (value) => {
  if (typeof value !== 'object' || value === null) return value
  Object.values(value).forEach(frozen)
  return Object.freeze(value)
}

const isFrozenObject = (value) =>
  typeof value === 'object' && value !== null && Object.isFrozen(value)

/**
 * Camunda's library compares the bindings and conditions of a template by their JSON, each with
 * each, after each edit. Where that cannot change it is made once, which halves the time.
 */
export const keepTextsOfFrozen = () => {
  JSON.stringify = (value, replacer, space) => {
    if (typeof replacer !== 'function' || space !== undefined || !isFrozenObject(value))
      return stringify(value, replacer, space)
    const texts = textsByReplacer.get(replacer) ?? new WeakMap()
    textsByReplacer.set(replacer, texts)
    const text = texts.get(value) ?? stringify(value, replacer)
    texts.set(value, text)
    return text
  }
}
