/** A name such as `firstName`, `first-name` or `FIRST_NAME` as words: `First name`. */
export const inWords = (name: string): string => {
  const words = name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .split(/[\s_-]+/)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase())
    .join(' ')
  return words === '' ? name : words.charAt(0).toUpperCase() + words.slice(1)
}

/** A heading as an id: `Request body` is `request-body`. */
export const asId = (heading: string): string =>
  heading.trim().toLowerCase().replaceAll(/\s+/g, '-')
