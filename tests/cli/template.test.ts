import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { fileOf } from './models.ts'
import { temporaryFolder, tenon } from './tenon.ts'

it('prints the templates of all connectors, or of one', async () => {
  const all = await tenon(['template', 'generate'])
  const one = await tenon(['template', 'generate', 'tenon.http'])

  const template = JSON.parse(one.stdout)
  expect(template).toMatchObject({ id: 'tenon.http', appliesTo: ['bpmn:Task'] })
  expect(JSON.parse(all.stdout)).toContainEqual(template)
})

it('writes templates that it finds valid itself', async () => {
  const folder = join(temporaryFolder(), 'element-templates')

  const written = await tenon(['template', 'generate', '--output', folder])
  const paths = written.stdout.trim().split('\n')
  const validated = await tenon(['template', 'validate', ...paths])

  expect(paths).toContain(join(folder, 'tenon.http.json'))
  expect(JSON.parse(readFileSync(paths[0] ?? '', 'utf8'))).toHaveProperty('properties')
  for (const path of paths) expect(validated.stdout).toContain(`${path}: valid\n`)
  expect(validated.exitCode).toBe(0)
})

it('names the place and the problem of a template that is not valid', async () => {
  const path = fileOf(
    `{
  "name": "Wrong",
  "id": "wrong",
  "appliesTo": ["bpmn:Task"],
  "elementType": { "value": "bpmn:ServiceTask" },
  "properties": [
    { "type": "String", "binding": { "type": "zeebe:inputs", "name": "a" } }
  ]
}`,
    'wrong.json',
  )

  const { stdout, exitCode } = await tenon(['template', 'validate', path])

  expect(stdout).toContain(`${path}:7: error TEMPLATE_INVALID: `)
  expect(stdout).toContain('properties[0]')
  expect(exitCode).toBe(1)
})

it('refuses a connector that is not installed, and a folder that cannot be made', async () => {
  const unknown = await tenon(['template', 'generate', 'acme.unknown'])
  const unwritable = await tenon(['template', 'generate', '--output', import.meta.filename])

  expect(unknown.stderr).toContain('error CONNECTOR_UNKNOWN: No connector "acme.unknown"')
  expect(unknown.stderr).toContain('tenon.http')
  expect(unknown.exitCode).toBe(2)
  expect(unwritable.stderr).toContain(`error FILE_UNWRITABLE: ${import.meta.filename}`)
  expect(unwritable.exitCode).toBe(1)
})

const model = `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="definitions">
  <bpmn:process id="process">
    <bpmn:task id="call" name="Call" />
  </bpmn:process>
</bpmn:definitions>
`

it('applies a template to a model, fills its fields, and tells what is left to correct', async () => {
  const folder = temporaryFolder()
  await tenon(['template', 'generate', '--output', folder])
  const template = join(folder, 'tenon.http.json')
  const path = fileOf(model, 'call.bpmn')
  const output = join(folder, 'applied.bpmn')
  const apply = ['template', 'apply', path, '--element', 'call', '--template', template]

  const printed = await tenon([...apply, '--set', 'method=POST', '--set', 'followRedirects=true'])
  const written = await tenon([...apply, '--set', 'url=https://example.com', '--output', output])
  const again = await tenon([
    ...['template', 'apply', output, '--element', 'call', '--template', template],
    ...['--set', 'method=PUT', '--output', output],
  ])

  expect(printed.stdout).toContain('<bpmn:serviceTask id="call" name="Call" zeebe:modelerTemplate=')
  expect(printed.stdout).toContain('<zeebe:input source="POST" target="method" />')
  expect(printed.stdout).toContain('<zeebe:input source="=true" target="followRedirects" />')
  expect(printed.stderr).toContain('warning: URL: Enter a value. (field "url")')
  expect(printed.exitCode).toBe(0)
  expect(written).toMatchObject({ stdout: `${output}\n`, stderr: '', exitCode: 0 })
  expect(again.exitCode).toBe(0)
  const xml = readFileSync(output, 'utf8')
  expect(xml).toContain('<zeebe:input source="https://example.com" target="url" />')
  expect(xml).toContain('<zeebe:input source="PUT" target="method" />')
})

it('says what is wrong with a call of template apply', async () => {
  const folder = temporaryFolder()
  await tenon(['template', 'generate', '--output', folder])
  const template = join(folder, 'tenon.http.json')
  const list = fileOf(
    JSON.stringify(
      ['acme.a', 'acme.b'].map((id) => ({
        id,
        name: id,
        appliesTo: ['bpmn:Task'],
        properties: [],
      })),
    ),
    'list.json',
  )
  const path = fileOf(model, 'call.bpmn')
  const refusals: readonly (readonly [readonly string[], string, number])[] = [
    [[], 'ARGUMENT_MISSING: tenon template apply needs --element', 2],
    [['--element', 'call'], 'ARGUMENT_MISSING: tenon template apply needs --template', 2],
    [['--element', 'gone', '--template', template], 'ELEMENT_UNKNOWN', 2],
    [['--element', 'process', '--template', template], 'TEMPLATE_NOT_APPLICABLE', 1],
    [['--element', 'call', '--template', list], 'TEMPLATE_NOT_CHOSEN: The file has several', 2],
    [['--element', 'call', '--template', list, '--id', 'c'], 'Choose one of: acme.a, acme.b.', 2],
    [['--element', 'call', '--template', path], 'TEMPLATE_NOT_JSON', 1],
    [['--element', 'call', '--template', template, '--set', 'url'], 'OPTION_INVALID', 2],
    [['--element', 'call', '--template', template, '--set', 'method=X'], 'FIELD_INVALID', 2],
    [['--element', 'call', '--template', template, '--set', 'gone=X'], 'TEMPLATE_FIELD_UNKNOWN', 1],
  ]

  for (const [options, expected, exitCode] of refusals) {
    const refused = await tenon(['template', 'apply', path, ...options])
    expect(refused.stderr).toContain(expected)
    expect(refused).toMatchObject({ stdout: '', exitCode })
  }
})
