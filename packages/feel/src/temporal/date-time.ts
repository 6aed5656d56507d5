import type { Value } from '../value.ts'
import { isDuration } from './date.ts'
import { DaysDuration, MonthsDuration, temporalDuration } from './duration.ts'
import { dateProperty, dateText, timeProperty, timeText } from './fields.ts'
import { Moment } from './temporal-value.ts'
import { offsetText, type Zone } from './zone.ts'

const property = (local: Temporal.PlainDateTime, name: string): Value | undefined =>
  dateProperty(local, name) ?? timeProperty(local, name)

/** As if it were in UTC. */
const nanosecondsOf = (local: Temporal.PlainDateTime): bigint =>
  local.toZonedDateTime('UTC').epochNanoseconds

/** A day and a time of day, wherever. */
export class LocalDateTime extends Moment {
  readonly type = 'date and time'
  readonly local: Temporal.PlainDateTime

  constructor(local: Temporal.PlainDateTime) {
    super()
    this.local = local
  }

  equals(other: Value): boolean | null {
    return other instanceof LocalDateTime ? this.local.equals(other.local) : null
  }

  compare(other: Value): number | null {
    if (!(other instanceof LocalDateTime)) return null
    return Temporal.PlainDateTime.compare(this.local, other.local)
  }

  property(name: string): Value | undefined {
    return name === 'time offset' || name === 'timezone' ? null : property(this.local, name)
  }

  override toString(): string {
    return `${dateText(this.local, '')}T${timeText(this.local)}`
  }

  override jsonText(): string {
    return `${dateText(this.local, '+')}T${timeText(this.local)}`
  }

  override plus(other: Value): Value {
    if (other instanceof MonthsDuration) {
      return new LocalDateTime(this.local.add({ months: other.months }))
    }
    if (!(other instanceof DaysDuration)) return null
    return new LocalDateTime(this.local.add(temporalDuration(other)))
  }

  override minus(other: Value): Value {
    if (other instanceof LocalDateTime) {
      return new DaysDuration(nanosecondsOf(this.local) - nanosecondsOf(other.local))
    }
    return isDuration(other) ? this.plus(other.negated()) : null
  }
}

/** A day and a time of day at an offset or in a zone: an instant, and how it is told. */
export class ZonedDateTime extends Moment {
  readonly type = 'date and time'
  readonly local: Temporal.PlainDateTime
  /** Seconds east of UTC. */
  readonly offset: number
  readonly zone: Zone

  private constructor(local: Temporal.PlainDateTime, offset: number, zone: Zone) {
    super()
    this.local = local
    this.offset = offset
    this.zone = zone
  }

  /**
   * What clocks in a zone show. A time that they skip is as much later; of one that they show twice
   * it is the first, or the one with the preferred offset.
   */
  static of(local: Temporal.PlainDateTime, zone: Zone, preferredOffset?: number): ZonedDateTime {
    if (zone.offset !== undefined) return new ZonedDateTime(local, zone.offset, zone)
    const name = zone.name ?? 'UTC'
    const later = local.toZonedDateTime(name, { disambiguation: 'later' })
    const isPreferred = secondsOf(later) === preferredOffset
    const found = isPreferred ? later : local.toZonedDateTime(name)
    return new ZonedDateTime(found.toPlainDateTime(), secondsOf(found), zone)
  }

  /** An instant, told in a zone. */
  static at(epochNanoseconds: bigint, zone: Zone): ZonedDateTime {
    if (zone.offset === undefined) {
      const found = new Temporal.ZonedDateTime(epochNanoseconds, zone.name ?? 'UTC')
      return new ZonedDateTime(found.toPlainDateTime(), secondsOf(found), zone)
    }
    const told = epochNanoseconds + BigInt(zone.offset) * 1_000_000_000n
    const local = new Temporal.ZonedDateTime(told, 'UTC').toPlainDateTime()
    return new ZonedDateTime(local, zone.offset, zone)
  }

  get epochNanoseconds(): bigint {
    return nanosecondsOf(this.local) - BigInt(this.offset) * 1_000_000_000n
  }

  equals(other: Value): boolean | null {
    if (!(other instanceof ZonedDateTime)) return null
    const sameZone = this.offset === other.offset && this.zone.name === other.zone.name
    return sameZone && this.local.equals(other.local)
  }

  /** By instant; the same instant by what clocks show, and then by the zone, as in Java. */
  compare(other: Value): number | null {
    if (!(other instanceof ZonedDateTime)) return null
    const distance = this.epochNanoseconds - other.epochNanoseconds
    if (distance !== 0n) return distance < 0n ? -1 : 1
    const shown = Temporal.PlainDateTime.compare(this.local, other.local)
    if (shown !== 0) return shown
    const names = [this.#zoneText(), other.#zoneText()] as const
    return names[0] < names[1] ? -1 : names[0] > names[1] ? 1 : 0
  }

  property(name: string): Value | undefined {
    if (name === 'time offset') return DaysDuration.ofSeconds(this.offset)
    return name === 'timezone' ? this.zone.name : property(this.local, name)
  }

  override toString(): string {
    return `${dateText(this.local, '')}T${timeText(this.local)}${this.#suffix()}`
  }

  override jsonText(): string {
    const { name } = this.zone
    const zone = offsetText(this.offset) + (name === null ? '' : `[${name}]`)
    return `${dateText(this.local, '+')}T${timeText(this.local)}${zone}`
  }

  /** Months move what clocks show, days and hours move the instant: a day has 24 hours. */
  override plus(other: Value): Value {
    if (other instanceof MonthsDuration) {
      return ZonedDateTime.of(this.local.add({ months: other.months }), this.zone, this.offset)
    }
    if (!(other instanceof DaysDuration)) return null
    return ZonedDateTime.at(this.epochNanoseconds + other.nanoseconds, this.zone)
  }

  override minus(other: Value): Value {
    if (other instanceof ZonedDateTime) {
      return new DaysDuration(this.epochNanoseconds - other.epochNanoseconds)
    }
    return isDuration(other) ? this.plus(other.negated()) : null
  }

  /** A zone's name says its offset, but for one with seconds, from before there was standard time. */
  #suffix(): string {
    const { name } = this.zone
    if (name === null) return offsetText(this.offset)
    return `${this.offset % 60 === 0 ? '' : offsetText(this.offset)}@${name}`
  }

  #zoneText(): string {
    return this.zone.name ?? offsetText(this.offset)
  }
}

const secondsOf = ({ offsetNanoseconds }: Temporal.ZonedDateTime): number => offsetNanoseconds / 1e9
