import { execFile } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Zeebe's classes are compiled for it. */
const versionMin = 21

/** Where systems put their JDKs, each a folder with a file `release`. */
const homes = ['/usr/lib/jvm/*', '/Library/Java/JavaVirtualMachines/*/Contents/Home']

/** The home of a JDK that is new enough; undefined where there is none. */
export const findJdk = (): string | undefined => {
  const known = process.env['JAVA_HOME']
  const candidates = [...(known === undefined ? [] : [known]), ...globSync(homes)]
  return candidates.find((home) => versionOf(home) >= versionMin)
}

const versionOf = (home: string): number => {
  try {
    const release = readFileSync(join(home, 'release'), 'utf8')
    return Number(/^JAVA_VERSION="(\d+)/m.exec(release)?.[1] ?? 0)
  } catch {
    // A folder of a JVM that says no version is one that we cannot use.
    return 0
  }
}

/** Why Maven cannot be used; undefined when it can. */
export const mavenMissing = async (): Promise<string | undefined> => {
  try {
    await run('mvn', ['--version'])
    return undefined
  } catch (error) {
    return `Maven does not start: ${String(error)}`
  }
}
