import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, type Plugin } from 'vite'

/** What the panel of bpmn-js-element-templates writes with, which its index does not export. */
const inner = [
  'applyConditions',
  'fromFeelExpression',
  'getPropertyValue',
  'setPropertyValue',
  'shouldCastToFeel',
  'toFeelExpression',
  'validateProperty',
]

const exportInner: Plugin = {
  name: 'export-inner',
  transform: (code, id) =>
    id.endsWith('/bpmn-js-element-templates/dist/index.esm.js')
      ? `${code}\nexport { ${inner.join(', ')} }`
      : undefined,
}

/** The script of a page, as one text without imports. */
export const bundle = async (entry: string): Promise<string> => {
  const outDir = mkdtempSync(join(tmpdir(), 'tenon-page-'))
  try {
    await build({
      configFile: false,
      logLevel: 'error',
      plugins: [exportInner],
      build: {
        outDir,
        minify: false,
        rolldownOptions: { input: entry, output: { format: 'iife', entryFileNames: 'page.js' } },
      },
    })
    return readFileSync(join(outDir, 'page.js'), 'utf8')
  } finally {
    rmSync(outDir, { recursive: true })
  }
}
