import type { Json, JsonObject } from '@tenon/orchestration'

/** What is done to the texts in a JSON value; `Place` is where each of them stands. */
export interface Rewrite<Place> {
  /** Also for the names of an object's members, which stand where the object does. */
  readonly text: (text: string, place: Place) => string
  /** For a number's digits. */
  readonly number: (digits: string, place: Place) => string
  /** The place of a member (by its name) or an item (by its index). */
  readonly inside: (place: Place, name: string | number) => Place
}

/** Rewrites all texts and numbers; a number that stays as it is stays a number. */
const rewriteTexts = <Place>(value: Json, place: Place, rewrite: Rewrite<Place>): Json => {
  if (typeof value === 'string') return rewrite.text(value, place)
  if (typeof value === 'number' || JSON.isRawJSON(value)) {
    const digits = JSON.stringify(value)
    const rewritten = rewrite.number(digits, place)
    return rewritten === digits ? value : rewritten
  }
  if (value === null || typeof value === 'boolean') return value
  if (!isList(value)) return rewriteObject(value, place, rewrite)
  return value.map((item, index) => rewriteTexts(item, rewrite.inside(place, index), rewrite))
}

/** The same for an object, which stays one with as many members: a name that is taken is numbered. */
export const rewriteObject = <Place>(
  object: JsonObject,
  place: Place,
  rewrite: Rewrite<Place>,
): JsonObject => {
  const names = new Set(Object.keys(object))
  return Object.fromEntries(
    Object.entries(object).map(([name, member]) => {
      const rewritten = rewrite.text(name, place)
      const free = rewritten === name ? name : freeName(rewritten, names)
      names.add(free)
      return [free, rewriteTexts(member, rewrite.inside(place, name), rewrite)]
    }),
  )
}

const freeName = (name: string, taken: ReadonlySet<string>): string => {
  let free = name
  for (let count = 2; taken.has(free); count++) free = `${name} (${count})`
  return free
}

const isList = (value: readonly Json[] | JsonObject): value is readonly Json[] =>
  Array.isArray(value)

/** Whether any text or name has the part; a walk without a copy, for the many that have none. */
export const holdsText = (value: Json, part: string): boolean => {
  if (typeof value === 'string') return value.includes(part)
  if (value === null || typeof value !== 'object') return false
  if (isList(value)) return value.some((item) => holdsText(item, part))
  for (const [name, member] of Object.entries(value)) {
    if (name.includes(part) || holdsText(member, part)) return true
  }
  return false
}
