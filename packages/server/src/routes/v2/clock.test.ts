import { afterEach, describe, expect, it } from 'vitest'
import { detailOf } from '../../testing/answers.ts'
import { taskModel } from '../../testing/models.ts'
import { TestApp } from '../../testing/test-app.ts'

let test: TestApp
afterEach(() => test.close())

const timestamp = Date.parse('2030-01-01T00:00:00Z')

describe('the clock', () => {
  it('is pinned and put forward, and what is due by then has happened', async () => {
    test = await TestApp.open({ isClockPinnable: true })
    await test.deploy(taskModel)
    expect((await test.send('PUT', '/clock', { timestamp })).statusCode).toBe(204)
    await test.start()
    const leased = await test.activate()
    expect(await test.activate()).toBe('none')
    await test.send('PUT', '/clock', { timestamp: timestamp + 60_000 })
    expect(await test.activate()).toBe(leased)
  })

  it('is that of the system again when it is reset', async () => {
    test = await TestApp.open({ isClockPinnable: true })
    await test.deploy(taskModel)
    await test.send('PUT', '/clock', { timestamp })
    expect((await test.post('/clock/reset')).statusCode).toBe(204)
    await test.start()
    const [instance] = await test.search('process-instances')
    expect(instance?.['startDate']).not.toContain('2030')
  })

  it('is not pinned where the settings do not allow it', async () => {
    test = await TestApp.open()
    for (const response of [
      await test.send('PUT', '/clock', { timestamp }),
      await test.post('/clock/reset'),
    ]) {
      expect(response.statusCode).toBe(409)
      expect(detailOf(response)).toContain('start Tenon with TENON_CLOCK_PINNING=true')
    }
  })

  it.each([{}, { timestamp: '5' }, { timestamp: 1.5 }, { timestamp, zone: 'UTC' }])(
    'is not pinned at %j',
    async (body) => {
      test = await TestApp.open({ isClockPinnable: true })
      expect((await test.send('PUT', '/clock', body)).statusCode).toBe(400)
    },
  )
})
