import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from './tenon.ts'

const escape = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** BPMN of one process, whose elements are given as XML. */
export const model = (elements: string, id = 'process'): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="definitions" targetNamespace="test">
<bpmn:process id="${id}" isExecutable="true">
${elements}
</bpmn:process>
</bpmn:definitions>`

/** start → the element `task` → end. */
export const between = (task: string): string =>
  model(`<bpmn:startEvent id="start" />
<bpmn:sequenceFlow id="to_task" sourceRef="start" targetRef="task" />
${task}
<bpmn:sequenceFlow id="to_end" sourceRef="task" targetRef="end" />
<bpmn:endEvent id="end" />`)

/** What a modeler writes for Camunda's REST template, with what the test gives beside. */
export const restModel = ({
  inputs = {},
  headers = {},
}: {
  readonly inputs?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
}): string => {
  const allInputs = {
    'authentication.type': 'noAuth',
    method: 'GET',
    url: '=url',
    storeResponse: '=false',
    connectionTimeoutInSeconds: '=20',
    readTimeoutInSeconds: '=20',
    ignoreNullValues: '=false',
    ...inputs,
  }
  const allHeaders = {
    elementTemplateVersion: '11',
    elementTemplateId: 'io.camunda.connectors.HttpJson.v2',
    retryBackoff: 'PT0S',
    ...headers,
  }
  return between(`<bpmn:serviceTask id="task" name="Call"
  zeebe:modelerTemplate="io.camunda.connectors.HttpJson.v2" zeebe:modelerTemplateVersion="11">
<bpmn:extensionElements>
  <zeebe:taskDefinition type="io.camunda:http-json:1" retries="3" />
  <zeebe:ioMapping>${Object.entries(allInputs)
    .map(([target, source]) => `<zeebe:input source="${escape(source)}" target="${target}" />`)
    .join('')}</zeebe:ioMapping>
  <zeebe:taskHeaders>${Object.entries(allHeaders)
    .map(([key, value]) => `<zeebe:header key="${key}" value="${escape(value)}" />`)
    .join('')}</zeebe:taskHeaders>
</bpmn:extensionElements></bpmn:serviceTask>`)
}

/** Writes a file that is gone after the test; returns its path. */
export const fileOf = (content: string, name = 'model.bpmn'): string => {
  const path = join(temporaryFolder(), name)
  writeFileSync(path, content)
  return path
}
