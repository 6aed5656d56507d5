import { expect, it } from 'vitest'
import { startCommand } from './start-command.ts'

it('starts a process over REST', () => {
  expect(startCommand('http://127.0.0.1:8080', 'order')).toBe(
    `curl http://127.0.0.1:8080/v2/process-instances --json '{"processDefinitionId":"order"}'`,
  )
})
