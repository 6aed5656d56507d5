/** BPMN XML of a process with the elements given as XML; for tests. */
export const model = (
  elements: string,
  { id = 'process' }: { readonly id?: string } = {},
): string => definitions(id, elements, '<bpmn:error id="Gone" name="Gone" errorCode="GONE" />')

/** The same with what stands beside the process: messages, signals. */
export const definitions = (id: string, elements: string, roots: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="test">
<bpmn:process id="${id}" name="Test" isExecutable="true">
${elements}
</bpmn:process>
${roots}
</bpmn:definitions>`

/** A flow between two elements; its id joins theirs. */
export const flow = (source: string, target: string, condition?: string): string => {
  const head = `<bpmn:sequenceFlow id="${source}_${target}" sourceRef="${source}" targetRef="${target}"`
  if (condition === undefined) return `${head} />`
  const escaped = condition.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `${head}><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${escaped}</bpmn:conditionExpression></bpmn:sequenceFlow>`
}

export const start = '<bpmn:startEvent id="start" />'
export const end = '<bpmn:endEvent id="end" />'

/** A service task with job type `work` unless told otherwise. */
export const task = (
  id: string,
  options: {
    readonly type?: string
    readonly retries?: string
    readonly inputs?: Readonly<Record<string, string>>
    readonly outputs?: Readonly<Record<string, string>>
  } = {},
): string => {
  const { type = 'work', retries = '3', inputs = {}, outputs = {} } = options
  const mappings = [...toMappings('input', inputs), ...toMappings('output', outputs)]
  return `<bpmn:serviceTask id="${id}" name="Task ${id}"><bpmn:extensionElements>
  <zeebe:taskDefinition type="${escape(type)}" retries="${escape(retries)}" />
  <zeebe:taskHeaders><zeebe:header key="operation" value="do" /></zeebe:taskHeaders>
  ${mappings.length === 0 ? '' : `<zeebe:ioMapping>${mappings.join('')}</zeebe:ioMapping>`}
</bpmn:extensionElements></bpmn:serviceTask>`
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

/** start → the task → end. */
export const oneTask = (options?: Parameters<typeof task>[1]): string =>
  model([start, task('task', options), end, flow('start', 'task'), flow('task', 'end')].join('\n'))

/** What a timer event holds. */
export const timer = (
  id: string,
  kind: 'timeDate' | 'timeDuration' | 'timeCycle',
  text: string,
): string =>
  `<bpmn:timerEventDefinition id="${id}_timer"><bpmn:${kind} xsi:type="bpmn:tFormalExpression">` +
  `${escape(text)}</bpmn:${kind}></bpmn:timerEventDefinition>`
