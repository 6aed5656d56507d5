import type { ElementKind } from '../element-kind.ts'
import {
  readMessage,
  textsOfMessage,
  type MessageDefinition,
} from '../event-definitions/message.ts'
import type { FlowElementBase } from '../process.ts'
import { isTrue } from '../xml-element.ts'

export interface ReceiveTask extends FlowElementBase {
  readonly type: 'RECEIVE_TASK'
  readonly definition: MessageDefinition
  /** What none of its boundary events may wait for, as people call it. */
  readonly exclusive: string
}

export const receiveTask: ElementKind = {
  name: 'bpmn:receiveTask',
  isActivity: true,
  hasInputs: true,
  hasOutputs: true,
  read: (source): ReceiveTask => {
    const { element, base, problems } = source
    if (isTrue(element, 'instantiate')) {
      problems.unsupported(element, 'A receive task cannot start a process. Use a start event.')
    }
    const definition = readMessage(element, { isCorrelated: true }, source)
    const exclusive = `the message "${definition.name}"`
    return {
      ...base,
      type: 'RECEIVE_TASK',
      definition,
      exclusive,
      texts: textsOfMessage(definition),
    }
  },
}
