import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { findJdk, mavenMissing } from './java.ts'

const run = promisify(execFile)
const pom = join(import.meta.dirname, 'pom.xml')

/** Zeebe's engine, ready to run, or why it is not here. */
export type Zeebe = FoundZeebe | { readonly missing: string }

export interface FoundZeebe {
  readonly missing: undefined
  /** The program `java`. */
  readonly java: string
  /** The folder of Zeebe's engine and what it needs. */
  readonly jars: string
}

/** Finds Java, and has Maven fetch Zeebe's engine once. */
export const findZeebe = async (): Promise<Zeebe> => {
  const jdk = findJdk()
  if (jdk === undefined) return { missing: 'no JDK 21 or newer' }
  const jars = join(cacheFolder(), `zeebe-process-test-engine-${zeebeVersion()}`)
  const missing = existsSync(jars) ? undefined : await install(jars)
  return missing === undefined ? { missing, java: join(jdk, 'bin/java'), jars } : { missing }
}

const cacheFolder = (): string =>
  join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'tenon')

const zeebeVersion = (): string => {
  const version = /<zeebe\.version>(.+)</.exec(readFileSync(pom, 'utf8'))?.[1]
  if (version === undefined) throw new Error('tests/zeebe/pom.xml names no zeebe.version.')
  return version
}

/** Copies beside the target first, so that an interrupted download never looks complete. */
const install = async (jars: string): Promise<string | undefined> => {
  const noMaven = await mavenMissing()
  if (noMaven !== undefined) return noMaven
  mkdirSync(cacheFolder(), { recursive: true })
  const download = mkdtempSync(`${jars}-`)
  const goal = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies'
  try {
    const to = [`-DoutputDirectory=${download}`, '-DincludeScope=runtime']
    await run('mvn', ['-q', '-B', '-f', pom, goal, ...to])
    renameSync(download, jars)
    return undefined
  } catch (error) {
    // Another test may have been faster.
    return existsSync(jars) ? undefined : `Maven cannot fetch Zeebe's engine: ${String(error)}`
  } finally {
    rmSync(download, { recursive: true, force: true })
  }
}
