import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import { freePort, TenonProcess } from '../tenon-process.ts'
import { Driver } from './driver.ts'
import { Ledger } from './ledger.ts'

// A job whose completion was committed, but not acknowledged before the kill.
const isOfAnotherLife = (refusal: string): boolean => /completion: 404 /.test(refusal)

const isLong = process.env['MODE'] === 'long'
const kills = Number(process.env['CRASH_KILLS'] ?? (isLong ? 1_000 : 100))
const timeout = kills * 10_000

const dieAtCommit = pathToFileURL(join(import.meta.dirname, 'die-at-commit.ts'))
const environment = { NODE_OPTIONS: `--import=${dieAtCommit.href}` }

it(`survives ${kills} kills at any moment and around COMMIT, under load`, { timeout }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tenon-crash-'))
  const ledger = await Ledger.start()
  const port = await freePort()
  const start = (): Promise<TenonProcess> => TenonProcess.start(folder, port, environment)
  let tenon = await start()
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
    // At any moment, or at one that it finds itself.
    await tenon.kill(kill % 2 === 0 ? 'SIGKILL' : 'SIGUSR2')
    await ledger.endLife()
    tenon = await start()
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
