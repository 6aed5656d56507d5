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
      "method Dropdown",
      "url String",
      "headers String",
      "queryParameters String",
      "skipEncoding Boolean",
      "followRedirects Boolean",
      "authentication.type Dropdown",
      "authentication.username String",
      "authentication.password String",
      "authentication.token String",
      "authentication.apiKeyLocation Dropdown",
      "authentication.name String",
      "authentication.value String",
      "authentication.oauthTokenEndpoint String",
      "authentication.clientId String",
      "authentication.clientSecret String",
      "authentication.audience String",
      "authentication.clientAuthentication Dropdown",
      "authentication.scopes String",
      "body Text",
      "ignoreNullValues Boolean",
      "idempotencyKeyHeader String",
      "documentReturnFormat.choice Dropdown",
      "documentReturnFormat.encoding String",
      "connectionTimeoutInSeconds Number",
      "readTimeoutInSeconds Number",
      "clientTls.clientCertificate Text",
      "clientTls.clientPrivateKey Text",
      "clientTls.privateKeyPassword String",
      "clientTls.trustedCertificate Text",
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
    'Endpoint',
    'Authentication',
    'Payload',
    'Answer',
    'Timeouts',
    'Client certificate',
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
    'authentication.clientAuthentication': 'credentialsBody',
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

test('a field shows only where it does something', () => {
  const conditions = template.properties.flatMap(({ id, condition }) =>
    condition === undefined ? [] : [[id, condition]],
  )
  const oauth = { property: 'authentication.type', equals: 'oauth-client-credentials-flow' }
  expect(Object.fromEntries(conditions)).toMatchObject({
    'authentication.token': { property: 'authentication.type', equals: 'bearer' },
    'authentication.oauthTokenEndpoint': oauth,
    'authentication.audience': oauth,
    'documentReturnFormat.encoding': { property: 'documentReturnFormat.choice', equals: 'TEXT' },
  })
})
