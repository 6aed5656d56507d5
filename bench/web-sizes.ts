import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'

const built = join(import.meta.dirname, '../packages/web/dist')

/** Kilobytes of the app's JavaScript and CSS, Brotli: what the first page loads, and all there is. */
export const measureWeb = (): ReadonlyMap<string, number> => {
  const page = readFileSync(join(built, 'index.html'), 'utf8')
  const first = [...page.matchAll(/\/(assets\/[^"]+\.(?:js|css))"/g)].map(([, path = '']) => path)
  const all = readdirSync(join(built, 'assets'))
    .filter((name) => /\.(js|css)$/.test(name))
    .map((name) => `assets/${name}`)
  return new Map([
    ['web-shell', kilobytes(first)],
    ['web-all', kilobytes(all)],
  ])
}

const kilobytes = (paths: readonly string[]): number =>
  paths.reduce(
    (sum, path) => sum + brotliCompressSync(readFileSync(join(built, path))).byteLength,
    0,
  ) / 1_000
