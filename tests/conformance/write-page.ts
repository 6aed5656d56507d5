// Brings docs/reference/conformance.md up to date: node tests/conformance/write-page.ts
import { writeFileSync } from 'node:fs'
import { currentPage, pagePath } from './page.ts'

writeFileSync(pagePath, await currentPage())
