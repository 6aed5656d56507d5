import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, it, onTestFinished } from 'vitest'
import { freePort, TenonProcess } from '../tenon-process.ts'
import { Driver } from './driver.ts'
import { Ledger } from './ledger.ts'

// A job whose completion was committed, but not acknowledged before the kill.
const isOfAnotherLife = (refusal: string): boolean => /completion: 404 /.test(refusal)

const kills = Number(process.env['CRASH_KILLS'] ?? 100)

it(`survives ${kills} kills at random moments under load`, { timeout: 600_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tenon-crash-'))
  const ledger = await Ledger.start()
  const port = await freePort()
  let tenon = await TenonProcess.start(folder, port)
  onTestFinished(async () => {
    await tenon.kill()
    ledger.close()
    rmSync(folder, { recursive: true })
  })
  const driver = new Driver(tenon.address, ledger.address)
  await driver.deploy()
  driver.start()
  for (let kill = 0; kill < kills; kill++) {
    await delay(Math.random() * 200)
    await tenon.kill()
    await ledger.endLife()
    tenon = await TenonProcess.start(folder, port)
  }
  await driver.stopCreating()

  expect(await driver.statesOfAcknowledged()).toEqual(new Set(['COMPLETED']))
  await driver.stop()
  expect(driver.completedTwice).toEqual([])
  expect(driver.leasedTwice).toEqual([])
  expect(ledger.repeatedInOneLife).toEqual([])
  expect(driver.refusals.filter((refusal) => !isOfAnotherLife(refusal))).toEqual([])
  expect(driver.acknowledged.size).toBeGreaterThan(kills)
  const keys = [...driver.acknowledged.values()].map((order) => ledger.keysByOrder.get(order)?.size)
  expect(new Set(keys)).toEqual(new Set([1]))
  console.info(
    `${kills} kills: ${driver.acknowledged.size} instances acknowledged, ` +
      `${ledger.calls - ledger.keysByOrder.size} calls repeated with the same key`,
  )
})
