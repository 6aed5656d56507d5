#!/usr/bin/env node
// Plain, old JavaScript: an outdated Node must be able to read it, to say what to do about it.
const wanted = 26
const found = process.versions.node

if (parseInt(found, 10) < wanted) {
  process.stderr.write(
    `error NODE_TOO_OLD: Tenon needs Node ${wanted} or newer, and this is Node ${found}. ` +
      'Run npm ci, which installs the right one, and then npm start or npx tenon; ' +
      `or install Node ${wanted} from https://nodejs.org.\n`,
  )
  process.exitCode = 1
} else {
  process.getBuiltinModule('node:module').enableCompileCache()
  void import('../src/main.ts')
}
