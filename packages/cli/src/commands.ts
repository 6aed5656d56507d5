import type { Command } from './command.ts'
import { deploy } from './commands/deploy.ts'
import { help } from './commands/help.ts'
import { run } from './commands/run.ts'
import { start } from './commands/start.ts'
import { templateApply } from './commands/template-apply.ts'
import { templateGenerate } from './commands/template-generate.ts'
import { templateValidate } from './commands/template-validate.ts'
import { version } from './commands/version.ts'

/** All commands, in the order of help. */
export const commands: readonly Command[] = [
  start,
  run,
  deploy,
  templateApply,
  templateGenerate,
  templateValidate,
  help(() => commands),
  version,
]
