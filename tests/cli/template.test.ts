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
