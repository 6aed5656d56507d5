import { expect, it } from 'vitest'
import { modelElements } from './model-elements.ts'

const task = (id: string, retries: string) => `
  <serviceTask id="${id}">
    <extensionElements><zeebe:taskDefinition type="work" ${retries} /></extensionElements>
  </serviceTask>`

const model = `<?xml version="1.0"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
    xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="urn:test">
  <process id="order" isExecutable="true">
    <startEvent id="start" name="Order received" />
    ${task('literal', 'retries="5"')}
    ${task('usual', '')}
    ${task('computed', 'retries="= tries"')}
    <sequenceFlow id="a" sourceRef="start" targetRef="literal" />
    <sequenceFlow id="b" sourceRef="literal" targetRef="usual" />
    <sequenceFlow id="c" sourceRef="usual" targetRef="computed" />
  </process>
</definitions>`

it('tells how elements are called, and how often jobs are tried where that is a number', async () => {
  expect([...(await modelElements(model, 'order'))]).toEqual([
    ['start', { name: 'Order received', attemptsMax: undefined }],
    ['literal', { name: null, attemptsMax: 5 }],
    ['usual', { name: null, attemptsMax: 3 }],
    ['computed', { name: null, attemptsMax: undefined }],
  ])
})

it('finds nothing in a process that is not there', async () => {
  expect((await modelElements(model, 'other')).size).toBe(0)
})
