import { readFileSync } from 'node:fs'

/** Known differences and their reasons: a file of lines `## <reason>`, with what differs below each. */
export const readReasons = (file: string): ReadonlyMap<string, string> => {
  const reasons = new Map<string, string>()
  let reason: string | undefined
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.startsWith('## ')) reason = line.slice('## '.length)
    else if (line !== '') reasons.set(line, requireReason(reason, `${file}: ${line}`))
  }
  return reasons
}

const requireReason = (reason: string | undefined, where: string): string => {
  if (reason === undefined) throw new Error(`There is no reason for ${where}`)
  return reason
}
