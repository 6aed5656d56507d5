import { builtins } from './builtins.ts'

/** How a built-in function may be called. */
export interface Signature {
  readonly name: string
  readonly parameters: readonly string[]
  /** Takes these parameters or more. */
  readonly isVariadic: boolean
}

/** All built-in functions, one entry for each number of parameters that a function takes. */
export const builtinSignatures = (): readonly Signature[] => {
  const found = new Map<string, Signature>()
  for (const { name, parameters, variadic } of builtins) {
    const call = `${name} ${parameters.length}`
    if (!found.has(call)) found.set(call, { name, parameters, isVariadic: variadic })
  }
  return [...found.values()]
}
