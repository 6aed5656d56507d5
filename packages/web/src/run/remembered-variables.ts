/** The variables with which each process was started last, in this browser. */

const keyOf = (processDefinitionId: string): string => `tenon-variables:${processDefinitionId}`

/** What was typed since, until the page is left. */
const typed = new Map<string, string>()

/** Their text; an empty object where there are none. */
export const rememberedVariables = (processDefinitionId: string): string => {
  try {
    return localStorage.getItem(keyOf(processDefinitionId)) ?? '{}'
  } catch {
    // A browser may keep nothing for us.
    return '{}'
  }
}

export const rememberVariables = (processDefinitionId: string, text: string): void => {
  typed.delete(processDefinitionId)
  try {
    localStorage.setItem(keyOf(processDefinitionId), text)
  } catch {
    // Full, or not allowed: then they are typed again.
  }
}

/** Keeps what is typed and not started with yet, be it JSON or not. */
export const keepTypedVariables = (processDefinitionId: string, text: string): void => {
  typed.set(processDefinitionId, text)
}

/** What was typed last, else what the process was started with last. */
export const variablesToStartWith = (processDefinitionId: string): string =>
  typed.get(processDefinitionId) ?? rememberedVariables(processDefinitionId)
