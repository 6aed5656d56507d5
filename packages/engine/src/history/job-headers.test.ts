import { expect, test } from 'vitest'
import { cachedHeadersMax, JobHeaders } from './job-headers.ts'

const xml = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="test">
<bpmn:process id="process" isExecutable="true">
  <bpmn:startEvent id="start" />
  <bpmn:sequenceFlow id="flow" sourceRef="start" targetRef="task" />
  <bpmn:serviceTask id="task"><bpmn:extensionElements>
    <zeebe:taskDefinition type="work" />
    <zeebe:taskHeaders><zeebe:header key="operation" value="do" /></zeebe:taskHeaders>
  </bpmn:extensionElements></bpmn:serviceTask>
</bpmn:process></bpmn:definitions>`

test('reads each model once a page, however the jobs of many stand', async () => {
  // given
  const read: string[] = []
  const headers = new JobHeaders((key) => {
    read.push(key)
    return Promise.resolve(xml)
  })
  const keys = Array.from({ length: cachedHeadersMax + 1 }, (_, at) => at)
  const rows = [...keys, ...keys].map((key) => ({
    process_definition_key: key,
    definition_id: 'process',
    element_id: 'task',
  }))
  // when
  const added = await headers.addTo(rows)
  // then
  expect(read).toEqual(keys.map(String))
  expect(added).toEqual(rows.map((row) => ({ ...row, custom_headers: '{"operation":"do"}' })))
})
