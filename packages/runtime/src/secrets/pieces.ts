/**
 * Cuts a list into pieces of about the same length, so that the last is not a short one: what is
 * searched by it must not stand in innocent text.
 */
export const pieces = <Item>(items: readonly Item[], lengthMax: number): Item[][] => {
  const count = Math.ceil(items.length / lengthMax)
  const length = Math.ceil(items.length / count)
  const starts = Array.from({ length: count }, (_, at) => at * length)
  return starts.map((start) => items.slice(start, start + length))
}
