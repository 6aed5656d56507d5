import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Whether the built app is missing, or older than what it is built from. */
export const isStale = (folder: string): boolean => {
  const built = join(folder, 'dist/index.html')
  if (!existsSync(built)) return true
  const builtAt = statSync(built).mtimeMs
  const sources = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && !/[\\/](dist|node_modules)([\\/]|$)/.test(entry.parentPath),
  )
  return sources.some(({ parentPath, name }) => statSync(join(parentPath, name)).mtimeMs > builtAt)
}

const web = join(import.meta.dirname, '../packages/web')

if (import.meta.main && isStale(web)) {
  // Loaded only now: most starts have nothing to build.
  const { build } = await import('vite')
  await build({ root: web, logLevel: 'warn' })
}
