import { validateZeebe } from '@bpmn-io/element-templates-validator'
import type { TemplateErrorCode } from '../errors.ts'
import type { TemplateProblem } from './template-problem.ts'

/** What breaks Camunda's published schema; of text, with lines. */
export const problemsOfSchema = (source: unknown): readonly TemplateProblem[] => {
  const { object, errors, warnings } = validateZeebe(source)
  const from = (code: TemplateErrorCode, severity: 'error' | 'warning') => (problem: Reported) => {
    const path = toPath(problem.instancePath)
    const line = typeof source === 'string' ? problem.dataPointer?.value?.line : undefined
    const place = line === undefined ? {} : { line: line + 1 }
    const subject = path === '' ? 'The template' : path
    return { code, severity, path, ...place, message: `${subject}: ${problem.message}.` }
  }
  return [
    ...withoutNoise(errors ?? [], Array.isArray(object)).map(from('TEMPLATE_INVALID', 'error')),
    ...(warnings ?? []).map(from('TEMPLATE_DEPRECATED', 'warning')),
  ]
}

// A template may be an object or a list of them, and the validator tells of the form that was not
// meant as well.
const withoutNoise = (errors: readonly Reported[], isList: boolean): readonly Reported[] => {
  const meant = errors.filter(({ instancePath, schemaPath }) =>
    isList ? instancePath !== '' : !schemaPath.startsWith('#/oneOf'),
  )
  return meant.length === 0 ? errors : meant
}

type Reported = NonNullable<ReturnType<typeof validateZeebe>['errors']>[number]

const toPath = (pointer: string): string =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? `[${part}]` : `.${part}`))
    .join('')
    .replace(/^\./, '')
