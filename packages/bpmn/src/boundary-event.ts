import type { Problems } from './problems.ts'
import { attribute, childrenNamed, eventDefinitions, isTrue } from './xml-element.ts'
import type { XmlElement } from './xml-element.ts'

/** The error definitions of a file, by id. */
export type ErrorDefinitions = ReadonlyMap<string, XmlElement>

/** The code that a boundary event catches; null where it catches every error. */
export const readErrorCode = (
  element: XmlElement,
  errors: ErrorDefinitions,
  problems: Problems,
): string | null => {
  const [definition] = childrenNamed(element, 'bpmn:errorEventDefinition')
  const errorId = definition === undefined ? null : attribute(definition, 'errorRef')
  if (errorId === null) return null
  const error = errors.get(localName(errorId))
  if (error === undefined) {
    problems.invalid(element, `The errorRef "${errorId}" leads to no error. Choose one.`)
    return null
  }
  return readCode(error, element, problems)
}

const readCode = (error: XmlElement, element: XmlElement, problems: Problems): string => {
  const code = attribute(error, 'errorCode') ?? ''
  const place = `The error at line ${error.line}`
  if (code === '') {
    problems.invalid(element, `${place} has no errorCode. Give it one, or remove the errorRef.`)
  }
  if (code.startsWith('=')) {
    problems.invalid(element, `${place} has an expression as errorCode. Catch a fixed code.`)
  }
  return code
}

/** A reference is a `QName`, whose prefix says nothing within one file. */
const localName = (reference: string): string => reference.slice(reference.indexOf(':') + 1)

/** The activity a boundary event sits on. */
export const readAttachedTo = (
  element: XmlElement,
  nodes: ReadonlyMap<string, XmlElement>,
  problems: Problems,
): string => {
  const id = attribute(element, 'attachedToRef') ?? ''
  const host = nodes.get(id)
  if (host === undefined || !isActivity(host)) {
    problems.invalid(element, `The boundary event must be attached to an activity, not "${id}".`)
  }
  return id
}

/** Also of those that are not supported, whose own problem is enough. */
const isActivity = ({ name }: XmlElement): boolean =>
  /(task|activity|process|transaction)$/i.test(name)

/** Rules of boundary events that need nothing but the event. */
export const checkBoundaryEvent = (element: XmlElement, problems: Problems): void => {
  const definitions = eventDefinitions(element)
  if (definitions.length !== 1) {
    problems.invalid(element, 'The boundary event must have exactly one event definition.')
  }
  const isError = definitions.some(({ name }) => name === 'bpmn:errorEventDefinition')
  if (isError && element.attributes.has('cancelActivity') && !isTrue(element, 'cancelActivity')) {
    problems.invalid(element, 'An error boundary event must be interrupting.')
  }
}
