const rules = new Intl.PluralRules('en', { type: 'ordinal' })
const endings = new Map([
  ['one', 'st'],
  ['two', 'nd'],
  ['few', 'rd'],
])

/** `1st`, `2nd`, `3rd`, `4th`, … */
export const ordinal = (number: number): string =>
  `${number}${endings.get(rules.select(number)) ?? 'th'}`
