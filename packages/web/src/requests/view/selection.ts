/** What the address of a Request says is selected; see `Selection`. */
export interface SelectionSearch {
  readonly element?: string | undefined
  readonly step?: string | undefined
}

/** What is wrong in an address is left out of it. */
export const parseSelection = (search: Readonly<Record<string, unknown>>): SelectionSearch => {
  const element = textOf(search['element'])
  const step = textOf(search['step'])
  return { ...(element && { element }), ...(step && { step }) }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
