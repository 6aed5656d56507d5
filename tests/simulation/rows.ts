import type { InstanceState } from '@tenon/engine/testing'

/** All live rows as text, in the order of their keys. */
export const rowsOf = (state: InstanceState): readonly string[] => {
  const scopes = [...state.variables.values()].flatMap((variables) => [...variables.values()])
  const variables = scopes.map(({ value, ...row }) => ({ ...row, text: value.text }))
  const rows = [
    ...[...state.elements.values(), ...state.jobs.values(), ...state.incidents.values()],
    ...[...state.timers.values(), ...state.subscriptions.values(), ...variables],
  ].toSorted((one, other) => one.key - other.key)
  const arrived = [...state.arrivedFlows.values()].flatMap((flows) => [...flows.values()])
  return [
    sortedText(state.processInstance ?? {}),
    `${state.variableSize} characters of variables`,
    ...rows.map((row) => sortedText(row)),
    ...arrived.map((row) => sortedText(row)).toSorted(),
  ]
}

const sortedText = (row: object): string =>
  JSON.stringify(Object.entries(row).toSorted(([one], [other]) => (one < other ? -1 : 1)))
