/** Those that are named first in the order of their names; the others follow as they were. */
export const inOrder = <Item extends { readonly name: string }>(
  items: readonly Item[],
  names: readonly string[],
): readonly Item[] => {
  const places = new Map(names.map((name, place) => [name, place]))
  const placeOf = ({ name }: Item): number => places.get(name) ?? names.length
  return items.toSorted((one, other) => placeOf(one) - placeOf(other))
}
