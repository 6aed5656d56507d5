import type { TemplateProblem } from '@tenon/templates'
import { command } from '../command.ts'
import { exitCode } from '../exit-code.ts'
import { readText } from '../read-file.ts'

export const templateValidate = command(
  {
    name: 'template validate',
    summary: 'Checks files of element templates, and says what to correct',
    details: ['Ends with exit code 1 when a template is not valid. Warnings alone are no failure.'],
    operands: { usage: '<template.json>...', most: Infinity },
    options: {},
    examples: ['tenon template validate .camunda/element-templates/*.json'],
  },
  async ({ requireOperands, terminal }) => {
    const { validateTemplate } = await import('@tenon/templates')
    let isValid = true
    for (const path of requireOperands()) {
      const problems = validateTemplate(await readText(path))
      for (const problem of problems) terminal.print(describe(path, problem))
      if (problems.some(({ severity }) => severity === 'error')) isValid = false
      else terminal.print(`${path}: valid`)
    }
    return isValid ? exitCode.done : exitCode.failed
  },
)

/** A form that editors know how to jump to: file, line, message. */
const describe = (file: string, { line, severity, code, message }: TemplateProblem): string =>
  `${line === undefined ? file : `${file}:${line}`}: ${severity} ${code}: ${message}`
