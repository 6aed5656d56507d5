import type { Expected } from './json-mistake.ts'

export const runWords = {
  title: (process: string) => `Run ${process}`,
  variables: 'Variables',
  hint: 'A JSON object. Each entry becomes a variable of the Request.',
  hintForEmpty: 'A JSON object. Write a value in place of each null, such as "text", 12 or true.',
  needed: {
    title: 'This model reads',
    none: 'This model needs no variables to start.',
    given: 'has a value',
    unfinished: 'not JSON yet',
    empty: 'empty',
  },
  run: 'Run',
  deploys: (version: number) => `Deploys version ${version} and starts it.`,
  cancel: 'Cancel',
  notStarted: 'The Request was not started',
  notAnObject: 'This must be a JSON object, such as {"amount": 12}.',
  quotesMissing: (text: string) => `Text stands in double quotes: ${text}. So does a date.`,
  quotesMissingInside: (text: string) => `text stands in double quotes: ${text}. So does a date.`,
  mistake: (line: number, column: number, expected: string) =>
    `Line ${line}, column ${column}: ${expected}`,
  expected: {
    value: 'a value is expected here, such as 12, "text", true or null.',
    name: 'a name in double quotes is expected here.',
    colon: 'a colon is expected here.',
    'comma-or-brace': 'a comma or } is expected here.',
    'comma-or-bracket': 'a comma or ] is expected here.',
    end: 'the text should end here.',
    'string-end': 'this text has no closing quote, or a character that needs a \\ before it.',
  } satisfies Record<Expected, string>,
} as const
