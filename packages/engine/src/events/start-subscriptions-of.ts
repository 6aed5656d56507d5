import type { Process } from '@tenon/bpmn'
import { compile, FeelError, type Environment, type Value } from '@tenon/feel'
import type { StartSubscription } from '../storage/start-subscriptions.ts'

/** An event that starts a process, with its name as it was modelled. */
interface NamedStart {
  readonly id: string
  readonly line: number
  readonly kind: 'MESSAGE' | 'SIGNAL'
  readonly name: string
}

/** What starts a process, beside a none start event. */
export const startSubscriptionsOf = (
  process: Process,
  processDefinitionKey: number,
  environment: Environment,
): readonly StartSubscription[] =>
  namedStarts(process).flatMap(({ id: elementId, kind, name: text }) => {
    const name = nameOf(text, environment)
    const processDefinitionId = process.id
    const subscription = { processDefinitionId, processDefinitionKey, elementId, kind }
    return typeof name === 'string' ? [{ ...subscription, name }] : []
  })

/** Names that cannot be known without an instance, as people read it. */
export const checkStartNames = (process: Process, environment: Environment): readonly string[] =>
  namedStarts(process).flatMap(({ id, line, kind, name }) => {
    if (isName(nameOf(name, environment))) return []
    return [
      `element ${id}, line ${line}: The ${kind.toLowerCase()} name ${name} must be a text that is ` +
        'known without variables, for it starts the process. Write a fixed name.',
    ]
  })

const isName = (value: Value): boolean => typeof value === 'string' && value !== ''

const namedStarts = ({ elements }: Process): readonly NamedStart[] =>
  [...elements.values()].flatMap((element) => {
    if (element.type !== 'START_EVENT' || element.parentId !== null) return []
    const { id, line, definition } = element
    if (definition.kind !== 'MESSAGE' && definition.kind !== 'SIGNAL') return []
    return [{ id, line, kind: definition.kind, name: definition.name }]
  })

/** null where it cannot be evaluated. */
const nameOf = (text: string, environment: Environment): Value => {
  if (!text.startsWith('=')) return text
  try {
    return compile(text.slice(1)).evaluate(() => undefined, environment)
  } catch (error) {
    if (error instanceof FeelError) return null
    throw error
  }
}
