import { expect, it } from 'vitest'
import { deployCommand, startCommand } from './first-commands.ts'

it('starts a process over REST', () => {
  expect(startCommand('http://127.0.0.1:8080', 'order')).toBe(
    `curl http://127.0.0.1:8080/v2/process-instances --json '{"processDefinitionId":"order"}'`,
  )
})

it('deploys an example to the Tenon that shows the page', () => {
  expect(deployCommand('http://127.0.0.1:8080')).toBe('npx tenon deploy examples/discount.bpmn')
  expect(deployCommand('http://127.0.0.1:9000')).toBe(
    'npx tenon deploy examples/discount.bpmn --to http://127.0.0.1:9000',
  )
})
