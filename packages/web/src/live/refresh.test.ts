import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createRefresh } from './refresh.ts'

/** A query that a page shows, answered by hand. */
const show = (queries: QueryClient, name: string) => {
  const waiting: (() => void)[] = []
  let asked = 0
  const observer = new QueryObserver(queries, {
    queryKey: [name],
    queryFn: async () => {
      asked += 1
      await new Promise<void>((resolve) => waiting.push(resolve))
      return asked
    },
  })
  const stop = observer.subscribe(() => undefined)
  return { asked: () => asked, answer: () => waiting.shift()?.(), stop }
}

/** Lets all that is ready to happen happen. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve))

let queries: QueryClient
beforeEach(() => {
  queries = new QueryClient()
  queries.mount()
})
afterEach(() => {
  queries.clear()
  queries.unmount()
})

it('fetches what a change touches, and nothing else', async () => {
  const refresh = createRefresh(queries)
  const [one, other] = [show(queries, 'one'), show(queries, 'other')]
  one.answer()
  other.answer()
  await settle()
  // when
  const done = refresh(([name]) => name === 'one')
  await settle()
  one.answer()
  await done
  // then
  expect([one.asked(), other.asked()]).toEqual([2, 1])
  one.stop()
  other.stop()
})

it('lets a fetch come to its end before what changed meanwhile is fetched, once', async () => {
  const refresh = createRefresh(queries)
  const shown = show(queries, 'one')
  shown.answer()
  await settle()
  // when many changes come while the first one is fetched
  const done = refresh(() => true)
  await settle()
  for (let change = 0; change < 5; change++) void refresh(() => true)
  await settle()
  // then
  expect(shown.asked()).toBe(2)
  shown.answer()
  await settle()
  expect(shown.asked()).toBe(3)
  shown.answer()
  await done
  expect(shown.asked()).toBe(3)
  shown.stop()
})
