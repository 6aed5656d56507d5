import { readExtension } from './extensions.ts'
import type { Problems } from './problems.ts'
import type { FlowElement, Text } from './process.ts'
import { attribute, childrenNamed } from './xml-element.ts'
import type { XmlElement } from './xml-element.ts'

const DEFAULT_RETRIES = '3'

/** What makes the job of an element. */
export interface JobDefinition {
  /** FEEL with its leading `=`, or a text. */
  readonly jobType: string
  /** FEEL with its leading `=`, or a text; default `3`. */
  readonly retries: string
  readonly headers: Readonly<Record<string, string>>
}

/** The extension elements of an element with a job. */
export const jobExtensions = ['zeebe:taskDefinition', 'zeebe:taskHeaders'] as const

/** `what` is the element, as people call it. */
export const readJob = (element: XmlElement, what: string, problems: Problems): JobDefinition => {
  const definition = readExtension(element, 'zeebe:taskDefinition', problems)
  const headers = readHeaders(element, problems)
  if (definition === null) {
    problems.invalid(element, `The ${what} has no zeebe:taskDefinition. Choose its job type.`)
    return { jobType: '', retries: '', headers }
  }
  return { ...readDefinition(definition, problems), headers }
}

const readDefinition = (definition: XmlElement, problems: Problems) => {
  const jobType = attribute(definition, 'type') ?? ''
  const retries = attribute(definition, 'retries') ?? DEFAULT_RETRIES
  if (jobType.trim() === '') problems.invalid(definition, 'The task definition has no type.')
  if (retries.trim() === '') problems.invalid(definition, 'The task definition has empty retries.')
  return { jobType, retries }
}

/** As Zeebe does, headers without a key or value are left out. */
const readHeaders = (element: XmlElement, problems: Problems): Readonly<Record<string, string>> => {
  const list = readExtension(element, 'zeebe:taskHeaders', problems)
  const headers = new Map<string, string>()
  for (const header of list === null ? [] : childrenNamed(list, 'zeebe:header')) {
    const key = attribute(header, 'key') ?? ''
    const value = attribute(header, 'value') ?? ''
    if (headers.has(key)) problems.invalid(header, `The header "${key}" is there twice. Keep one.`)
    else if (key !== '' && value !== '') headers.set(key, value)
  }
  // Of a Map, so that a key like `__proto__` is a key as any other.
  return Object.fromEntries(headers)
}

/** Of an event that does no job. */
export const refuseJob = (element: XmlElement, problems: Problems): void => {
  const definition = readExtension(element, 'zeebe:taskDefinition', problems)
  if (definition === null) return
  problems.unsupported(definition, 'Only an event that sends a message is a job. Remove it.')
}

/** What makes the job of an element; null of one without. */
export const jobOf = (element: FlowElement): JobDefinition | null => {
  if ('jobType' in element) return element
  return 'definition' in element && element.definition.kind === 'MESSAGE_JOB'
    ? element.definition
    : null
}

export const textsOfJob = ({ jobType, retries }: JobDefinition): readonly Text[] => [
  { text: jobType, what: 'job type' },
  { text: retries, what: 'retries' },
]
