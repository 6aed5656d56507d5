/** The variables with which each process was started last, in this browser. */

const keyOf = (processDefinitionId: string): string => `tenon-variables:${processDefinitionId}`

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
  try {
    localStorage.setItem(keyOf(processDefinitionId), text)
  } catch {
    // Full, or not allowed: then they are typed again.
  }
}
