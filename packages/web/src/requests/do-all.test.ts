import { expect, it } from 'vitest'
import { doAll } from './do-all.ts'

it('does all in their order, and tells the first failure at the end', async () => {
  const done: number[] = []

  const all = doAll([1, 2, 3, 4], async (item) => {
    done.push(item)
    if (item % 2 === 0) await Promise.reject(new Error(`no ${item}`))
  })

  await expect(all).rejects.toThrow('no 2')
  expect(done).toEqual([1, 2, 3, 4])
})

it('is silent when all is done', async () => {
  await expect(doAll(['a'], () => Promise.resolve())).resolves.toBeUndefined()
})
