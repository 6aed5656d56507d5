import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { join } from 'node:path'
import type { FoundZeebe } from './find-zeebe.ts'

/** Starts a Java source file that uses Zeebe's classes. */
export const runJava = (
  { java, jars }: FoundZeebe,
  file: string,
  programArguments: readonly string[] = [],
): ChildProcessWithoutNullStreams => {
  const options = [
    '-Duser.timezone=UTC',
    '-Dfile.encoding=UTF-8',
    '-XX:TieredStopAtLevel=1',
    '-XX:+UseSerialGC',
  ]
  return spawn(java, [...options, '-cp', join(jars, '*'), file, ...programArguments])
}
