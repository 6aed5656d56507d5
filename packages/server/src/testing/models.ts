const definitions = (
  elements: string,
  roots = '',
): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="test">
<bpmn:process id="process" name="Test" isExecutable="true">${elements}</bpmn:process>${roots}
</bpmn:definitions>`

/** start → end */
export const straightModel = definitions(`
  <bpmn:startEvent id="start" />
  <bpmn:sequenceFlow id="flow" sourceRef="start" targetRef="end" />
  <bpmn:endEvent id="end" />`)

/** start → a message `paid` with the key that is in the variable `key` */
export const messageModel = definitions(
  `
  <bpmn:startEvent id="start" />
  <bpmn:sequenceFlow id="flow" sourceRef="start" targetRef="catch" />
  <bpmn:intermediateCatchEvent id="catch">
    <bpmn:messageEventDefinition id="definition" messageRef="Paid" />
  </bpmn:intermediateCatchEvent>`,
  `<bpmn:message id="Paid" name="paid"><bpmn:extensionElements>
    <zeebe:subscription correlationKey="=key" />
  </bpmn:extensionElements></bpmn:message>`,
)

/** start → a task with a job of type `work` → end */
export const taskModel = definitions(`
  <bpmn:startEvent id="start" />
  <bpmn:sequenceFlow id="flow-1" sourceRef="start" targetRef="task" />
  <bpmn:serviceTask id="task" name="Do it"><bpmn:extensionElements>
    <zeebe:taskDefinition type="work" retries="3" />
    <zeebe:taskHeaders><zeebe:header key="operation" value="do" /></zeebe:taskHeaders>
    <zeebe:ioMapping><zeebe:input source="Bearer {{secrets.TOKEN}}" target="token" /></zeebe:ioMapping>
  </bpmn:extensionElements></bpmn:serviceTask>
  <bpmn:sequenceFlow id="flow-2" sourceRef="task" targetRef="end" />
  <bpmn:endEvent id="end" />`)

/** start → a call of the variable `url`, whose error becomes the variable `refusal` → end */
export const callModel = definitions(`
  <bpmn:startEvent id="start" />
  <bpmn:sequenceFlow id="flow-1" sourceRef="start" targetRef="call" />
  <bpmn:serviceTask id="call"><bpmn:extensionElements>
    <zeebe:taskDefinition type="io.camunda:http-json:1" retries="1" />
    <zeebe:taskHeaders>
      <zeebe:header key="resultExpression" value="={status: status}" />
      <zeebe:header key="errorExpression"
        value="=if error = null then null else ignoreError({refusal: error.message})" />
    </zeebe:taskHeaders>
    <zeebe:ioMapping><zeebe:input source="=address" target="url" /></zeebe:ioMapping>
  </bpmn:extensionElements></bpmn:serviceTask>
  <bpmn:sequenceFlow id="flow-2" sourceRef="call" targetRef="end" />
  <bpmn:endEvent id="end" />`)
