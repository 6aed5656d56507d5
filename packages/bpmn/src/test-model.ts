/** Small models for tests. Each argument stands on a line of its own, so lines can be counted. */

const NAMESPACES = [
  'xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"',
  'xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"',
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
  'xmlns:vendor="http://example.com/vendor"',
].join(' ')

/** A file whose root has this content, from line 2. */
export const definitions = (...lines: readonly string[]): string =>
  [`<bpmn:definitions id="definitions" ${NAMESPACES}>`, ...lines, '</bpmn:definitions>'].join('\n')

/** A file with one executable process of this content, from line 3. */
export const model = (...lines: readonly string[]): string =>
  definitions('<bpmn:process id="process" isExecutable="true">', ...lines, '</bpmn:process>')

/** Start, the given task, end; the task's lines begin at line 5. */
export const modelOfTask = (...lines: readonly string[]): string =>
  model(
    '<bpmn:startEvent id="start" /><bpmn:endEvent id="end" />',
    '<bpmn:sequenceFlow id="in" sourceRef="start" targetRef="task" />',
    ...lines,
    '<bpmn:sequenceFlow id="out" sourceRef="task" targetRef="end" />',
  )

/** A service task, at one line. */
export const task = (id: string, extensions = '', content = ''): string =>
  `<bpmn:serviceTask id="${id}"><bpmn:extensionElements><zeebe:taskDefinition type="work" />` +
  `${extensions}</bpmn:extensionElements>${content}</bpmn:serviceTask>`

export const flow = (id: string, sourceId: string, targetId: string, content = ''): string =>
  `<bpmn:sequenceFlow id="${id}" sourceRef="${sourceId}" targetRef="${targetId}">${content}</bpmn:sequenceFlow>`

export const condition = (text: string): string =>
  `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${text}</bpmn:conditionExpression>`
