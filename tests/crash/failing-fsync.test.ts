import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { freePort, TenonProcess } from '../tenon-process.ts'
import { Client } from './client.ts'

/** Why it cannot be compiled here; empty where it can. */
const whySkipped = (): string => {
  if (process.platform !== 'linux') return ' (skipped: LD_PRELOAD is of Linux)'
  const hasCompiler = spawnSync('gcc', ['--version']).status === 0
  return hasCompiler ? '' : ' (skipped: gcc is not installed)'
}

const skipped = whySkipped()

const compileInto = (folder: string): string => {
  const library = join(folder, 'failing-fsync.so')
  const source = join(import.meta.dirname, 'failing-fsync.c')
  execFileSync('gcc', ['-shared', '-fPIC', '-O1', '-o', library, source])
  return library
}

it.skipIf(skipped !== '')(
  `a disk whose fsync fails is not relied on, and loses nothing that was acknowledged${skipped}`,
  { timeout: 60_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tenon-fsync-'))
    const flag = join(folder, 'fails')
    const port = await freePort()
    const environment = { LD_PRELOAD: compileInto(folder), FAILING_FSYNC: flag }
    const start = (): Promise<TenonProcess> =>
      TenonProcess.start(join(folder, 'data'), port, environment)
    let tenon = await start()
    onTestFinished(async () => {
      await tenon.kill()
      rmSync(folder, { recursive: true })
    })
    const client = new Client(tenon.address)
    await client.deploy()
    await client.create()

    writeFileSync(flag, '')
    expect(await client.create()).toBe('503 STORAGE_FAILED')
    expect(await client.create()).toBe('503 STORAGE_FAILED')
    expect(await client.found()).toEqual(client.acknowledged)

    rmSync(flag)
    expect(await client.create()).toBe('200')
    expect(await client.found()).toEqual(client.acknowledged)
    writeFileSync(flag, '')
    expect(await client.create()).toBe('503 STORAGE_FAILED')
    await tenon.kill()
    rmSync(flag)
    tenon = await start()
    expect(await client.create()).toBe('200')
    expect(await client.found()).toEqual(client.acknowledged)
  },
)
