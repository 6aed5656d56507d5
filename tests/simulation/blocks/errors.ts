import type { Random } from '../random.ts'

/** The codes that models name. */
const codes = ['A', 'B'] as const
export type ErrorCode = (typeof codes)[number]

/** One code is caught nowhere but by what catches every error. */
export const randomCode = (random: Random): string => random.oneOf(...codes, 'C')

/** What events at one place catch: each code once; null is every error. */
export const someCodes = (random: Random): readonly (ErrorCode | null)[] => {
  const some = random.some([...codes, null], 40)
  return some.length > 0 ? some : [random.oneOf(...codes, null)]
}

export const errorDefinition = (id: string, code: string | null): string => {
  const reference = code === null ? '' : ` errorRef="Error_${code}"`
  return `<bpmn:errorEventDefinition id="${id}_error"${reference} />`
}

/** What the definitions refer to. */
export const errorRoots = [...codes, 'C']
  .map((code) => `<bpmn:error id="Error_${code}" name="${code}" errorCode="${code}" />`)
  .join('\n')
