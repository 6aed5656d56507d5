import type { Value } from '../value.ts'
import { DaysDuration, temporalDuration } from './duration.ts'
import { shortTimeText, timeProperty, timeText } from './fields.ts'
import { Moment } from './temporal-value.ts'
import { offsetText, type Zone } from './zone.ts'

const startOfDay = new Temporal.PlainTime()

/** Since midnight. */
const nanosecondsOf = (time: Temporal.PlainTime): bigint =>
  BigInt(startOfDay.until(time).total('nanoseconds'))

/** Around the clock. */
const moved = (time: Temporal.PlainTime, duration: DaysDuration): Temporal.PlainTime =>
  time.add(temporalDuration(duration))

/** A time of day, wherever. */
export class LocalTime extends Moment {
  readonly type = 'time'
  readonly time: Temporal.PlainTime

  constructor(time: Temporal.PlainTime) {
    super()
    this.time = time
  }

  equals(other: Value): boolean | null {
    return other instanceof LocalTime ? this.time.equals(other.time) : null
  }

  compare(other: Value): number | null {
    return other instanceof LocalTime ? Temporal.PlainTime.compare(this.time, other.time) : null
  }

  property(name: string): Value | undefined {
    if (name === 'time offset' || name === 'timezone') return null
    return timeProperty(this.time, name)
  }

  override toString(): string {
    return timeText(this.time)
  }

  override jsonText(): string {
    return shortTimeText(this.time)
  }

  override plus(other: Value): Value {
    return other instanceof DaysDuration ? new LocalTime(moved(this.time, other)) : null
  }

  override minus(other: Value): Value {
    if (other instanceof LocalTime) {
      return new DaysDuration(nanosecondsOf(this.time) - nanosecondsOf(other.time))
    }
    return other instanceof DaysDuration ? this.plus(other.negated()) : null
  }
}

/** A time of day at an offset; the name of the zone, if any, is for show. */
export class ZonedTime extends Moment {
  readonly type = 'time'
  readonly time: Temporal.PlainTime
  /** Seconds east of UTC. */
  readonly offset: number
  readonly zone: Zone

  constructor(time: Temporal.PlainTime, offset: number, zone: Zone) {
    super()
    this.time = time
    this.offset = offset
    this.zone = zone
  }

  equals(other: Value): boolean | null {
    if (!(other instanceof ZonedTime)) return null
    const sameZone = this.offset === other.offset && this.zone.name === other.zone.name
    return sameZone && this.time.equals(other.time)
  }

  compare(other: Value): number | null {
    return other instanceof ZonedTime ? Number(this.#inUtc() - other.#inUtc()) : null
  }

  property(name: string): Value | undefined {
    if (name === 'time offset') return DaysDuration.ofSeconds(this.offset)
    return name === 'timezone' ? this.zone.name : timeProperty(this.time, name)
  }

  override toString(): string {
    const { name } = this.zone
    return timeText(this.time) + (name === null ? offsetText(this.offset) : `@${name}`)
  }

  override plus(other: Value): Value {
    if (!(other instanceof DaysDuration)) return null
    return new ZonedTime(moved(this.time, other), this.offset, this.zone)
  }

  /** The distance of two times has no sign, as measured in Camunda. */
  override minus(other: Value): Value {
    if (other instanceof ZonedTime) {
      const distance = this.#inUtc() - other.#inUtc()
      return new DaysDuration(distance < 0n ? -distance : distance)
    }
    return other instanceof DaysDuration ? this.plus(other.negated()) : null
  }

  #inUtc(): bigint {
    return nanosecondsOf(this.time) - BigInt(this.offset) * 1_000_000_000n
  }
}
