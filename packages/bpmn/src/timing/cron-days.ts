import { readCronField, valueOf, wrongField, type CronField } from './cron-field.ts'

/** A day as cron looks at it. */
export interface Day {
  readonly day: number
  readonly lastDay: number
  /** 1 is Monday. */
  readonly weekday: number
}

export type DayTest = (day: Day) => boolean

const dayOfMonth: CronField = { what: 'day of the month', min: 1, max: 31 }

const dayNames = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN']

const dayOfWeek: CronField = {
  ...{ what: 'day of the week', min: 1, max: 7 },
  ...{ names: dayNames, wraps: true },
}

/** Of `?`, `L`, `L-3`, `15W`, `LW` and what every part takes. Throws `TimingError`. */
export const readDaysOfMonth = (text: string): DayTest => {
  if (text === '?') return () => true
  return anyOf(text, (item) => {
    const [, before] = /^L(?:-(\d{1,2}))?$/.exec(item) ?? []
    if (item.startsWith('L') && item !== 'LW') {
      if (item !== 'L' && before === undefined) throw wrongField(item, dayOfMonth)
      return ({ day, lastDay }) => day === lastDay - Number(before ?? 0)
    }
    if (item.endsWith('W')) return workdayNear(item)
    const days = readCronField(item, dayOfMonth)
    return ({ day }) => days.has(day)
  })
}

/** The workday of the same month that is next to a day. */
const workdayNear = (item: string): DayTest => {
  const wanted = item === 'LW' ? null : valueOf(item.slice(0, -1), dayOfMonth)
  return ({ day, lastDay, weekday }) => {
    const target = wanted ?? lastDay
    if (weekday > 5 || target > lastDay) return false
    return day === nearestWorkday(target, { day, lastDay, weekday })
  }
}

const nearestWorkday = (target: number, { day, lastDay, weekday }: Day): number => {
  const at = (((weekday - 1 + target - day) % 7) + 7) % 7
  if (at === 5) return target === 1 ? target + 2 : target - 1
  if (at === 6) return target === lastDay ? target - 2 : target + 1
  return target
}

/** Of `?`, `L`, `FRIL`, `MON#1` and what every part takes. Throws `TimingError`. */
export const readDaysOfWeek = (text: string): DayTest => {
  if (text === '?') return () => true
  return anyOf(text, (item) => {
    if (item === 'L') return ({ weekday }) => weekday === 7
    if (item.length > 1 && item.endsWith('L')) {
      const wanted = weekdayOf(item.slice(0, -1))
      return ({ day, lastDay, weekday }) => weekday === wanted && day > lastDay - 7
    }
    if (item.includes('#')) return nth(item)
    const days = readCronField(sundayAsSeven(item), dayOfWeek)
    return ({ weekday }) => days.has(weekday)
  })
}

const nth = (item: string): DayTest => {
  const [name = '', count = ''] = item.split('#')
  if (!/^[1-5]$/.test(count)) throw wrongField(item, dayOfWeek)
  const wanted = weekdayOf(name)
  return ({ day, weekday }) => weekday === wanted && Math.ceil(day / 7) === Number(count)
}

const weekdayOf = (text: string): number => valueOf(sundayAsSeven(text), dayOfWeek)

/** Sunday is 0, too, but not where a step or a count stands. */
const sundayAsSeven = (text: string): string => text.replaceAll(/(?<![/#])\b0\b/g, '7')

const anyOf = (text: string, read: (item: string) => DayTest): DayTest => {
  const tests = text.toUpperCase().split(',').map(read)
  return (day) => tests.some((test) => test(day))
}
