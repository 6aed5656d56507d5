import type { EventDefinitionKind, EventPosition, NodeSource } from '../element-kind.ts'
import { timingProblem, type TimingKind } from '../timing/index.ts'
import { isTrue } from '../xml-element.ts'
import type { XmlElement } from '../xml-element.ts'

export interface TimerDefinition {
  readonly kind: 'TIMER'
  readonly timing: TimingKind
  /** FEEL with its leading `=`, or ISO 8601; a cycle may also be cron. */
  readonly time: string
}

const timings: ReadonlyMap<string, TimingKind> = new Map([
  ['bpmn:timeDate', 'DATE'],
  ['bpmn:timeDuration', 'DURATION'],
  ['bpmn:timeCycle', 'CYCLE'],
])

/** As people call it. */
const names: Readonly<Record<TimingKind, string>> = {
  DATE: 'timer date',
  DURATION: 'timer duration',
  CYCLE: 'timer cycle',
}

export const timer: EventDefinitionKind = {
  name: 'bpmn:timerEventDefinition',
  children: [...timings.keys()],
  positions: ['START', 'EVENT_SUB_PROCESS', 'BOUNDARY', 'CATCH'],
  read: (definition, position, source) => {
    const { timing, time } = readTime(definition, source)
    if (timing === 'CYCLE') checkCycle(position, source)
    return {
      definition: { kind: 'TIMER', timing, time },
      texts: [{ text: time, what: names[timing] }],
      exclusive: null,
    }
  },
}

const readTime = (
  definition: XmlElement,
  { element, problems }: NodeSource,
): Pick<TimerDefinition, 'timing' | 'time'> => {
  const given = definition.children.filter(({ name }) => timings.has(name))
  const [child, another] = given
  const timing = timings.get(child?.name ?? '')
  if (child === undefined || timing === undefined || another !== undefined) {
    problems.invalid(element, 'The timer must have one date, one duration or one cycle.')
    return { timing: 'DATE', time: '' }
  }
  const time = child.text.trim()
  const problem = time.startsWith('=') ? null : timingProblem(timing, time)
  if (problem !== null) problems.invalid(element, `The ${names[timing]} is wrong: ${problem}`)
  return { timing, time }
}

/** A cycle happens again, which what is ended by it, or goes on after it, cannot. */
const checkCycle = (position: EventPosition, { element, problems }: NodeSource): void => {
  if (position === 'CATCH') {
    problems.invalid(element, 'The timer that the token waits for must be a date or a duration.')
  }
  const attributeName = position === 'BOUNDARY' ? 'cancelActivity' : 'isInterrupting'
  const isInterrupting = !element.attributes.has(attributeName) || isTrue(element, attributeName)
  const isHosted = position === 'BOUNDARY' || position === 'EVENT_SUB_PROCESS'
  if (isHosted && isInterrupting) {
    problems.invalid(element, 'An interrupting timer must be a date or a duration, not a cycle.')
  }
}
