import type { JsonObject } from '@tenon/orchestration'
import type { Catcher, ModelElement } from './model-element.ts'

/** Goes on where the error is caught, from the inside out; false where nothing catches it. */
export const throwError = (
  thrower: ModelElement,
  code: string,
  variables: JsonObject = {},
): boolean => {
  for (const scope of thrower.scopes()) {
    const catcher = catcherOf(scope.catchers, code)
    if (catcher === undefined) continue
    // An error of what handles errors is lost.
    if (scope.isInterrupted) return false
    catcher.trigger(variables)
    return true
  }
  return false
}

const catcherOf = (catchers: readonly Catcher[], code: string): Catcher | undefined =>
  catchers.find((catcher) => catcher.code === code) ??
  catchers.find((catcher) => catcher.code === null)
