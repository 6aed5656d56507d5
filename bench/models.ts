const process = (id: string, inner: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="Definitions" targetNamespace="bench">
<bpmn:process id="${id}" isExecutable="true">
<bpmn:startEvent id="start" /><bpmn:endEvent id="end" />
${inner}
</bpmn:process></bpmn:definitions>`

const withTask = (id: string, extensions: string): string =>
  process(
    id,
    `<bpmn:serviceTask id="task"><bpmn:extensionElements>${extensions}</bpmn:extensionElements></bpmn:serviceTask>
<bpmn:sequenceFlow id="a" sourceRef="start" targetRef="task" />
<bpmn:sequenceFlow id="b" sourceRef="task" targetRef="end" />`,
  )

/** The processes of the benchmark, each with the id of its row. */
export const models: readonly string[] = [
  process('start-end', '<bpmn:sequenceFlow id="a" sourceRef="start" targetRef="end" />'),
  withTask('job', '<zeebe:taskDefinition type="work" />'),
  withTask(
    'connector',
    `<zeebe:taskDefinition type="io.camunda:http-json:1" />
<zeebe:ioMapping>
  <zeebe:input source="POST" target="method" />
  <zeebe:input source="=echo" target="url" />
  <zeebe:input source="={order: order, amount: 1.5}" target="body" />
</zeebe:ioMapping>
<zeebe:taskHeaders>
  <zeebe:header key="resultExpression" value="={answer: response.body.order}" />
</zeebe:taskHeaders>`,
  ),
]
