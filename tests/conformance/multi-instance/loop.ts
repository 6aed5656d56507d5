import {
  boundaryErrorEvent,
  element,
  end,
  ioMapping,
  model,
  path,
  start,
  type Mappings,
} from '../model.ts'

export interface Loop {
  readonly sequential?: boolean
  readonly items?: string
  readonly element?: string
  readonly collection?: string
  readonly result?: string
  readonly condition?: string
}

/** Of `items`, whose item is `item`; what each gives as `result` is gathered as `results`. */
export const marker = (loop: Loop): string => {
  const { sequential = false, items = '=items', element: name = 'item', condition } = loop
  const { collection = 'results', result = '=result' } = loop
  const settings =
    `inputCollection="${items}" inputElement="${name}" ` +
    `outputCollection="${collection}" outputElement="${result}"`
  const enough =
    condition === undefined
      ? ''
      : '<bpmn:completionCondition xsi:type="bpmn:tFormalExpression">' +
        `${condition.replaceAll('<', '&lt;')}</bpmn:completionCondition>`
  return (
    `<bpmn:multiInstanceLoopCharacteristics isSequential="${sequential}"><bpmn:extensionElements>` +
    `<zeebe:loopCharacteristics ${settings} /></bpmn:extensionElements>${enough}` +
    '</bpmn:multiInstanceLoopCharacteristics>'
  )
}

export const task = (loop: Loop, mappings: Mappings = {}): string =>
  element(
    'serviceTask',
    'id="task"',
    `<zeebe:taskDefinition type="work" />${ioMapping(mappings)}`,
    marker(loop),
  )

export const oneTask = (
  loop: Loop = {},
  mappings: Mappings = {},
  ...others: readonly string[]
): string => model(start(), task(loop, mappings), end(), path('start', 'task', 'end'), ...others)

/** An error event, and where it leads. */
export const gone = (at: string): string =>
  end('gone_end') + boundaryErrorEvent('gone', { at, error: 'GONE', to: 'gone_end' })
