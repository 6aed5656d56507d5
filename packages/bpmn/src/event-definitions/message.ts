import type { EventDefinitionKind, NodeSource } from '../element-kind.ts'
import { readExtension } from '../extensions.ts'
import { readJob, textsOfJob, type JobDefinition } from '../job-definition.ts'
import type { Text } from '../process.ts'
import { attribute } from '../xml-element.ts'
import type { XmlElement } from '../xml-element.ts'
import { readRootName, referredRoot } from './referred-root.ts'

/** Waits for a message. */
export interface MessageDefinition {
  readonly kind: 'MESSAGE'
  /** FEEL with its leading `=`, or the name. */
  readonly name: string
  /** FEEL with its leading `=`; null at the start of a process, which takes every key. */
  readonly correlationKey: string | null
}

/** Sends a message, which is the job of a worker. */
export interface MessageJobDefinition extends JobDefinition {
  readonly kind: 'MESSAGE_JOB'
}

export const message: EventDefinitionKind = {
  name: 'bpmn:messageEventDefinition',
  positions: ['START', 'EVENT_SUB_PROCESS', 'CATCH', 'BOUNDARY', 'THROW', 'END'],
  read: (definition, position, source) => {
    if (position === 'THROW' || position === 'END') {
      const job = readJob(source.element, 'message event', source.problems)
      const texts = textsOfJob(job)
      return { definition: { kind: 'MESSAGE_JOB', ...job }, texts, exclusive: null }
    }
    const read = readMessage(definition, { isCorrelated: position !== 'START' }, source)
    return {
      definition: read,
      texts: textsOfMessage(read),
      exclusive: `the message "${read.name}"`,
    }
  },
}

/** The message that an event definition or a receive task names. */
export const readMessage = (
  referrer: XmlElement,
  { isCorrelated }: { readonly isCorrelated: boolean },
  source: NodeSource,
): MessageDefinition => {
  const root = referredRoot(referrer, { reference: 'messageRef', what: 'message' }, source)
  if (root === null) {
    const isMissing = attribute(referrer, 'messageRef') === null
    if (isMissing) source.problems.invalid(source.element, 'It says no message. Choose one.')
    return { kind: 'MESSAGE', name: '', correlationKey: null }
  }
  const name = readRootName(root, 'message', source)
  return { kind: 'MESSAGE', name, correlationKey: isCorrelated ? readKey(root, source) : null }
}

export const textsOfMessage = ({ name, correlationKey }: MessageDefinition): readonly Text[] => [
  { text: name, what: 'message name' },
  ...(correlationKey === null ? [] : [{ text: correlationKey, what: 'correlation key' }]),
]

const readKey = (root: XmlElement, { element, problems }: NodeSource): string => {
  const subscription = readExtension(root, 'zeebe:subscription', problems)
  const key = subscription === null ? '' : (attribute(subscription, 'correlationKey') ?? '').trim()
  const problem = problemOf(key, root.line)
  if (problem !== null) problems.invalid(element, problem)
  return key
}

const problemOf = (key: string, line: number): string | null => {
  if (key === '') return `The message at line ${line} has no correlation key. Give it one.`
  if (key.startsWith('=')) return null
  return `The correlation key "${key}" must be FEEL that starts with =, such as =id.`
}
