import { generateTemplate, validateTemplate } from '@tenon/templates'
import { expect, test } from 'vitest'
import connector from './index.ts'

const template = generateTemplate(connector)

test('the template is valid', () => {
  const problems = validateTemplate(template)
  expect(problems.filter(({ code }) => code !== 'TEMPLATE_DEPRECATED')).toEqual([])
})

test('the template keeps its properties: models hold on to them', () => {
  expect(template.properties.map(({ id, type }) => `${id} ${type}`)).toMatchInlineSnapshot(`
    [
      "jobType Hidden",
      "authentication.type Dropdown",
      "authentication.username String",
      "authentication.password String",
      "authentication.token String",
      "authentication.apiKeyLocation Dropdown",
      "authentication.name String",
      "authentication.value String",
      "method Dropdown",
      "url String",
      "headers String",
      "queryParameters String",
      "skipEncoding Boolean",
      "followRedirects Boolean",
      "body Text",
      "ignoreNullValues Boolean",
      "idempotencyKeyHeader String",
      "connectionTimeoutInSeconds Number",
      "readTimeoutInSeconds Number",
      "resultVariable String",
      "resultExpression Text",
      "errorExpression Text",
      "retries String",
      "retryBackoff String",
    ]
  `)
})

test('the template has its sections in order', () => {
  expect(template.groups.map(({ label }) => label)).toEqual([
    'Authentication',
    'Endpoint',
    'Payload',
    'Timeouts',
    'Result',
    'Errors',
    'Retries',
  ])
})

test('the template starts with what is safe', () => {
  const values = template.properties.flatMap(({ id, value }) =>
    value === undefined ? [] : [[id, value]],
  )
  expect(Object.fromEntries(values)).toEqual({
    jobType: 'io.camunda:http-json:1',
    'authentication.type': 'noAuth',
    method: 'GET',
    skipEncoding: false,
    followRedirects: false,
    ignoreNullValues: false,
    connectionTimeoutInSeconds: 20,
    readTimeoutInSeconds: 20,
    retries: '3',
    retryBackoff: 'PT30S',
  })
})
