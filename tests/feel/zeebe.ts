import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { parseJson, type Json } from '@tenon/orchestration'
import { z } from 'zod'
import { findJdk, mavenMissing } from './java.ts'
import { evaluated, refused, failed, type Outcome } from './outcome.ts'
import { clock, variables } from './surroundings.ts'

const run = promisify(execFile)
const folder = join(import.meta.dirname, 'zeebe')

/** What can evaluate expressions as Zeebe does, or why it is not here. */
export type Zeebe = FoundZeebe | { readonly missing: string }

export interface FoundZeebe {
  readonly missing: undefined
  /** The program `java`. */
  readonly java: string
  /** The folder of Zeebe's expression language and what it needs. */
  readonly jars: string
}

/** Finds Java, and has Maven fetch Zeebe's expression language once. */
export const findZeebe = async (): Promise<Zeebe> => {
  const jdk = findJdk()
  if (jdk === undefined) return { missing: 'no JDK 21 or newer' }
  const jars = join(cacheFolder(), `zeebe-expression-language-${zeebeVersion()}`)
  const missing = existsSync(jars) ? undefined : await install(jars)
  return missing === undefined ? { missing, java: join(jdk, 'bin/java'), jars } : { missing }
}

const cacheFolder = (): string =>
  join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'tenon')

const zeebeVersion = (): string => {
  const version = /<zeebe\.version>(.+)</.exec(readFileSync(join(folder, 'pom.xml'), 'utf8'))?.[1]
  if (version === undefined) throw new Error('tests/feel/zeebe/pom.xml names no zeebe.version.')
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
    await run('mvn', ['-q', '-B', '-f', join(folder, 'pom.xml'), goal, ...to])
    if (!existsSync(jars)) renameSync(download, jars)
    return undefined
  } catch (error) {
    return `Maven cannot fetch Zeebe's expression language: ${String(error)}`
  } finally {
    rmSync(download, { recursive: true, force: true })
  }
}

const answer = z.union([
  z.object({ parseError: z.string() }),
  z.object({ evaluationError: z.string() }),
  z.object({ result: z.custom<Json>(), warnings: z.array(z.string()) }),
])

/** The outcome of each expression, in their order. */
export const askZeebe = async (
  zeebe: FoundZeebe,
  expressions: readonly string[],
): Promise<readonly Outcome[]> => {
  const options = [
    '-Duser.timezone=UTC',
    '-Dfile.encoding=UTF-8',
    '-XX:TieredStopAtLevel=1',
    '-XX:+UseSerialGC',
  ]
  const program = ['-cp', join(zeebe.jars, '*'), join(folder, 'Evaluate.java'), clock]
  const child = spawn(zeebe.java, [...options, ...program])
  const exit = once(child, 'close')
  const questions = expressions.map((expression) => JSON.stringify({ expression, variables }))
  child.stdin.end(questions.map((question) => `${question}\n`).join(''))
  const [answers, errors] = await Promise.all([text(child.stdout), text(child.stderr)])
  await exit
  const lines = answers.trimEnd().split('\n')
  if (lines.length === expressions.length) return lines.map(read)
  throw new Error(`Zeebe answered ${lines.length} of ${expressions.length}: ${errors}`)
}

const read = (line: string): Outcome => {
  const given = answer.parse(parseJson(line))
  if ('parseError' in given) return refused(given.parseError)
  if ('evaluationError' in given) return failed(given.evaluationError)
  return evaluated(given.result, given.warnings)
}
