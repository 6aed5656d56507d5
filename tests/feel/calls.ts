import type { Area } from './area.ts'
import { signatures, type Signature } from './signatures.ts'

/** One value of each type, to be passed where another type is wanted. */
const strangers = [
  'null',
  'true',
  '2',
  '"text"',
  '[1, 2]',
  '{a: 1}',
  'date("2020-01-02")',
  'duration("PT1H")',
]

/** Calls of each overload of each function: by position, by name, and with wrong arguments. */
export const calls = (): Area => ({
  name: 'calls',
  expressions: [...new Set(signatures().flatMap(callsOf))],
})

const callsOf = ({ name, parameters }: Signature): readonly string[] => {
  const values = parameters.map(({ value }) => value)
  const call = (given: readonly string[]): string => `${name}(${given.join(', ')})`
  return [
    call(values),
    call(parameters.map((parameter) => `${parameter.name}: ${parameter.value}`)),
    call(values.slice(0, -1)),
    call([...values, '1']),
    ...values.flatMap((_, index) =>
      strangers.map((stranger) => call(values.with(index, stranger))),
    ),
  ]
}
