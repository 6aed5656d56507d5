/** BPMN of one process, whose elements are given as XML.  */
export const model = (...elements: readonly string[]): string => definitions(process(...elements))

/** A file with what is given as XML, the errors `GONE` and `LOST`, and the escalations `LATE` and `DEAR`. */
export const definitions = (...content: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="definitions" targetNamespace="test">
${connected(content.join('\n'))}
<bpmn:error id="GONE" name="Gone" errorCode="GONE" />
<bpmn:error id="LOST" name="Lost" errorCode="LOST" />
<bpmn:escalation id="LATE" name="Late" escalationCode="LATE" />
<bpmn:escalation id="DEAR" name="Dear" escalationCode="DEAR" />
<bpmn:escalation id="COMPUTED" name="Computed" escalationCode="=code" />
</bpmn:definitions>`

/** Tells each element its flows, as modelers do: Zeebe does not find all of them otherwise. */
const connected = (xml: string): string => {
  const flows = [
    ...xml.matchAll(/<bpmn:sequenceFlow id="([^"]*)" sourceRef="([^"]*)" targetRef="([^"]*)"/g),
  ]
  const listed = (kind: 'incoming' | 'outgoing', elementId: string): string =>
    flows
      .filter(([, , source, target]) => (kind === 'incoming' ? target : source) === elementId)
      .map(([, id]) => `<bpmn:${kind}>${id}</bpmn:${kind}>`)
      .join('')
  const opened = xml.replaceAll(/<(bpmn:\w+) ([^<>]*?) ?\/>/g, '<$1 $2></$1>')
  const head =
    /<bpmn:(?!sequenceFlow)\w+ id="([^"]*)"[^<>]*>(?:<bpmn:extensionElements>.*?<\/bpmn:extensionElements>)?/gs
  return opened.replaceAll(
    head,
    (whole, id: string) => whole + listed('incoming', id) + listed('outgoing', id),
  )
}

/** An executable process with the id `process`. */
export const process = (...elements: readonly string[]): string =>
  namedProcess('process', ...elements)

export const namedProcess = (id: string, ...elements: readonly string[]): string =>
  `<bpmn:process id="${id}" isExecutable="true">\n${elements.join('\n')}\n</bpmn:process>`

/** start → end */
export const noneProcess = (id: string): string =>
  namedProcess(id, start(), end(), path('start', 'end'))

/** Flows from each element to the next; their ids join those of both. */
export const path = (...ids: readonly string[]): string =>
  ids
    .slice(1)
    .map((id, index) => flow(ids[index] ?? '', id))
    .join('\n')

export const flow = (source: string, target: string, condition?: string): string => {
  const attributes = `id="${source}_${target}" sourceRef="${source}" targetRef="${target}"`
  if (condition === undefined) return `<bpmn:sequenceFlow ${attributes} />`
  return `<bpmn:sequenceFlow ${attributes}><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${escape(condition)}</bpmn:conditionExpression></bpmn:sequenceFlow>`
}

/** Mappings by target. */
export interface Mappings {
  readonly inputs?: Readonly<Record<string, string>>
  readonly outputs?: Readonly<Record<string, string>>
}

export const start = (id = 'start', mappings: Mappings = {}): string =>
  element('startEvent', `id="${id}"`, ioMapping(mappings))

export const end = (id = 'end', mappings: Mappings = {}): string =>
  element('endEvent', `id="${id}"`, ioMapping(mappings))

export interface ServiceTask extends Mappings {
  readonly type?: string
  readonly retries?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** With the job type `work` unless told otherwise. */
export const serviceTask = (id: string, options: ServiceTask = {}): string => {
  const { type = 'work', retries, headers = {}, ...mappings } = options
  const given = retries === undefined ? '' : ` retries="${escape(retries)}"`
  const entries = Object.entries(headers).map(
    ([key, value]) => `<zeebe:header key="${escape(key)}" value="${escape(value)}" />`,
  )
  return element(
    'serviceTask',
    `id="${id}"`,
    `<zeebe:taskDefinition type="${escape(type)}"${given} />` +
      (entries.length === 0 ? '' : `<zeebe:taskHeaders>${entries.join('')}</zeebe:taskHeaders>`) +
      ioMapping(mappings),
  )
}

/** Its default flow leads to the element that is given. */
export const exclusiveGateway = (
  id: string,
  options: { readonly defaultTo?: string } = {},
): string => {
  const { defaultTo } = options
  const given = defaultTo === undefined ? '' : ` default="${id}_${defaultTo}"`
  return `<bpmn:exclusiveGateway id="${id}"${given} />`
}

/** Its default flow leads to the element that is given. */
export const inclusiveGateway = (
  id: string,
  options: { readonly defaultTo?: string } = {},
): string => exclusiveGateway(id, options).replace('exclusiveGateway', 'inclusiveGateway')

export const parallelGateway = (id: string): string => `<bpmn:parallelGateway id="${id}" />`

/** Embedded, with its content as XML. */
export const subProcess = (
  id: string,
  content: readonly string[],
  mappings: Mappings = {},
): string => element('subProcess', `id="${id}"`, ioMapping(mappings), content.join('\n'))

/** Started by an error; none catches all. Its start event is called `<id>_start`. */
export const errorSubProcess = (
  id: string,
  error: string | undefined,
  content: readonly string[],
  { ofStart = {}, ofAll = {} }: { readonly ofStart?: Mappings; readonly ofAll?: Mappings } = {},
): string => {
  const reference = error === undefined ? '' : ` errorRef="${error}"`
  const definition = `<bpmn:errorEventDefinition id="${id}_error"${reference} />`
  const startEvent = element('startEvent', `id="${id}_start"`, ioMapping(ofStart), definition)
  const attributes = `id="${id}" triggeredByEvent="true"`
  return element('subProcess', attributes, ioMapping(ofAll), [startEvent, ...content].join('\n'))
}

/** Throws an error: of an id, as the file has it. */
export const errorEndEvent = (id: string, error: string): string =>
  element(
    'endEvent',
    `id="${id}"`,
    '',
    `<bpmn:errorEventDefinition id="${id}_error" errorRef="${error}" />`,
  )

export interface BoundaryErrorEvent extends Mappings {
  readonly at: string
  /** The id of an error; none catches all. */
  readonly error?: string
  readonly to: string
}

/** An error event at an activity, with a flow to an element. */
export const boundaryErrorEvent = (id: string, options: BoundaryErrorEvent): string => {
  const { at, error, to, ...mappings } = options
  const reference = error === undefined ? '' : ` errorRef="${error}"`
  return (
    element(
      'boundaryEvent',
      `id="${id}" attachedToRef="${at}"`,
      ioMapping(mappings),
      `<bpmn:errorEventDefinition id="${id}_error"${reference} />`,
    ) + flow(id, to)
  )
}

export interface EscalationEvent extends Mappings {
  /** The id of an escalation; none catches all. */
  readonly escalation?: string
}

export const throwEscalation = (id: string, options: EscalationEvent): string =>
  element('intermediateThrowEvent', `id="${id}"`, ioMapping(options), escalates(id, options))

export const endByEscalation = (id: string, options: EscalationEvent): string =>
  element('endEvent', `id="${id}"`, ioMapping(options), escalates(id, options))

/** An escalation event at an activity, with a flow to an element. */
export const boundaryEscalationEvent = (
  id: string,
  options: EscalationEvent & {
    readonly at: string
    readonly to: string
    readonly isInterrupting?: boolean
  },
): string => {
  const { at, to, isInterrupting = true } = options
  const attributes = `id="${id}" attachedToRef="${at}" cancelActivity="${isInterrupting}"`
  return (
    element('boundaryEvent', attributes, ioMapping(options), escalates(id, options)) + flow(id, to)
  )
}

/** Starts with the event `<id>_start`. */
export const onEscalation = (
  id: string,
  options: EscalationEvent & { readonly isInterrupting?: boolean },
  ...elements: readonly string[]
): string => {
  const { isInterrupting = true } = options
  const attributes = `id="${id}_start" isInterrupting="${isInterrupting}"`
  const startEvent = element('startEvent', attributes, ioMapping(options), escalates(id, options))
  return `<bpmn:subProcess id="${id}" triggeredByEvent="true">${startEvent}${elements.join('')}</bpmn:subProcess>`
}

const escalates = (id: string, { escalation }: EscalationEvent): string => {
  const reference = escalation === undefined ? '' : ` escalationRef="${escalation}"`
  return `<bpmn:escalationEventDefinition id="${id}_escalation"${reference} />`
}

/** An event with its definition, mappings and further attributes. */
export const event = (
  name: string,
  id: string,
  definition: string,
  { attributes = '', ...mappings }: Mappings & { readonly attributes?: string } = {},
): string => element(name, `id="${id}" ${attributes}`.trim(), ioMapping(mappings), definition)

export const catchEvent = (id: string, definition: string, mappings: Mappings = {}): string =>
  event('intermediateCatchEvent', id, definition, mappings)

/** An event at an activity with a flow to an end of its own, called `<id>_end`. */
export const boundaryEvent = (
  id: string,
  at: string,
  definition: string,
  options: Mappings & { readonly isInterrupting?: boolean } = {},
): string => {
  const { isInterrupting = true, ...mappings } = options
  const attributes = `attachedToRef="${at}" cancelActivity="${isInterrupting}"`
  const boundary = event('boundaryEvent', id, definition, { attributes, ...mappings })
  return boundary + end(`${id}_end`) + path(id, `${id}_end`)
}

/** An event sub-process of a start event called `<id>_start` and an end called `<id>_end`. */
export const eventSubProcess = (
  id: string,
  definition: string,
  options: Mappings & { readonly isInterrupting?: boolean } = {},
): string => {
  const { isInterrupting = true, ...mappings } = options
  const attributes = `isInterrupting="${isInterrupting}"`
  const inner = event('startEvent', `${id}_start`, definition, { attributes, ...mappings })
  const content = inner + end(`${id}_end`) + path(`${id}_start`, `${id}_end`)
  return `<bpmn:subProcess id="${id}" triggeredByEvent="true">${content}</bpmn:subProcess>`
}

/** A message; without a correlation key only for what takes every key. */
export const message = (id: string, name: string, correlationKey?: string): string => {
  const subscription =
    correlationKey === undefined
      ? ''
      : `<zeebe:subscription correlationKey="${escape(correlationKey)}" />`
  return element('message', `id="${id}" name="${escape(name)}"`, subscription)
}

export const signal = (id: string, name: string): string =>
  `<bpmn:signal id="${id}" name="${escape(name)}" />`

export const messageDefinition = (messageId: string): string =>
  `<bpmn:messageEventDefinition messageRef="${messageId}" />`

export const signalDefinition = (signalId: string): string =>
  `<bpmn:signalEventDefinition signalRef="${signalId}" />`

/** A time as the elements of a timer give it. */
export type Time =
  { readonly date: string } | { readonly duration: string } | { readonly cycle: string }

/** What a timer event waits for. */
export const timer = (id: string, time: Time): string => {
  const [kind = '', text = ''] = Object.entries(time).flat()
  const name = `bpmn:time${kind.charAt(0).toUpperCase()}${kind.slice(1)}`
  return (
    `<bpmn:timerEventDefinition id="${id}_timer">` +
    `<${name} xsi:type="bpmn:tFormalExpression">${escape(text)}</${name}>` +
    '</bpmn:timerEventDefinition>'
  )
}

/** An element with extension elements, which come first, and other content. */
export const element = (
  name: string,
  attributes: string,
  extensions: string,
  content = '',
): string => {
  const extended =
    extensions === '' ? '' : `<bpmn:extensionElements>${extensions}</bpmn:extensionElements>`
  return `<bpmn:${name} ${attributes}>${extended}${content}</bpmn:${name}>`
}

export const ioMapping = ({ inputs = {}, outputs = {} }: Mappings): string => {
  const mappings = [...toMappings('input', inputs), ...toMappings('output', outputs)]
  return mappings.length === 0 ? '' : `<zeebe:ioMapping>${mappings.join('')}</zeebe:ioMapping>`
}

const toMappings = (
  kind: 'input' | 'output',
  mappings: Readonly<Record<string, string>>,
): readonly string[] =>
  Object.entries(mappings).map(
    ([target, source]) => `<zeebe:${kind} source="${escape(source)}" target="${target}" />`,
  )

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** start → task → end. */
export const oneTask = (options: ServiceTask = {}): string =>
  model(start(), serviceTask('task', options), end(), path('start', 'task', 'end'))
