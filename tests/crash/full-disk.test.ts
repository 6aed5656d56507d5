import { expect, it, onTestFinished } from 'vitest'
import { freePort, TenonProcess } from '../tenon-process.ts'
import { Client } from './client.ts'
import { SmallDisk } from './small-disk.ts'

const missing = SmallDisk.missing()
const skipped = missing === undefined ? '' : ` (skipped: ${missing.trim().replaceAll('\n', ' ')})`

it.skipIf(skipped !== '')(
  `a full disk refuses what is new, shows all that was acknowledged, and goes on with space${skipped}`,
  { timeout: 60_000 },
  async () => {
    const disk = SmallDisk.mount()
    const port = await freePort()
    let tenon = await TenonProcess.start(disk.folder, port)
    onTestFinished(async () => {
      await tenon.kill()
      disk.unmount()
    })
    const client = new Client(tenon.address)
    await client.deploy()
    await client.create()

    disk.fill()
    expect(await client.createUntilRefused()).toBe('503 STORAGE_FAILED')
    expect(await client.create()).toBe('503 STORAGE_FAILED')
    expect(await client.found()).toEqual(client.acknowledged)

    disk.free()
    expect(await client.create()).toBe('200')
    disk.fill()
    expect(await client.createUntilRefused()).toBe('503 STORAGE_FAILED')
    await tenon.kill()
    disk.free()
    tenon = await TenonProcess.start(disk.folder, port)
    expect(await client.create()).toBe('200')
    expect(await client.found()).toEqual(client.acknowledged)
  },
)
