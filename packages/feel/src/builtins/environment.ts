import { provided, type Environment } from '../environment.ts'
import { FeelError } from '../errors.ts'
import { size } from '../limits.ts'
import { withinCalendar } from '../temporal/arithmetic.ts'
import { DateValue } from '../temporal/date.ts'
import { ZonedDateTime } from '../temporal/date-time.ts'
import { parseZone, type Zone } from '../temporal/zone.ts'
import { nullary, type Builtin } from './builtin.ts'

const zoneOf = ({ timeZone = 'UTC' }: Environment): Zone => {
  const zone = parseZone(timeZone)
  if (zone !== undefined) return zone
  const message = `"${timeZone}" is no time zone. Configure a name such as Europe/Berlin.`
  throw new FeelError('FEEL_EVALUATION', message)
}

/** The same at each call of an evaluation, which so has one moment only. */
const nowIn = (environment: Environment, name: string): ZonedDateTime => {
  const milliseconds = BigInt(Math.trunc(provided(environment.now, name)))
  return withinCalendar(() => ZonedDateTime.at(milliseconds * 1_000_000n, zoneOf(environment)))
}

/** What the host knows and the expression does not. */
export const environmentFunctions: readonly Builtin[] = [
  nullary('now', ({ environment }) => nowIn(environment, 'now')),
  nullary(
    'today',
    ({ environment }) => new DateValue(nowIn(environment, 'today').local.toPlainDate()),
  ),
  nullary('random number', ({ environment }) => provided(environment.random, 'random number')()),
  nullary('uuid', (frame) => {
    const uuid = provided(frame.environment.uuid, 'uuid')()
    frame.produce(uuid.length * size.character)
    return uuid
  }),
]
