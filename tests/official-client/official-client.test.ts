import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { parseJson } from '@tenon/orchestration'
import { installFolder } from '../install-folder.ts'
import { freePort, TenonProcess } from '../tenon-process.ts'

const run = promisify(execFile)
const folder = import.meta.dirname

/** The client is installed here from its own lockfile. */
const reason = await installFolder(folder)
const isRequired = process.env['TENON_SERVICES'] === 'required'

it.skipIf(reason !== undefined && !isRequired)(
  `Camunda's TypeScript client deploys, creates, works, sends and searches, all checked strictly`,
  { timeout: 60_000 },
  async () => {
    expect(reason).toBeUndefined()
    const data = mkdtempSync(join(tmpdir(), 'tenon-client-'))
    const tenon = await TenonProcess.start(data, await freePort())
    const models = ['work.bpmn', 'messages.bpmn'].map((name) => join(folder, name))
    const script = [join(folder, 'drive.js'), tenon.address, ...models]
    const { stdout } = await run(process.execPath, script)
    await tenon.kill('SIGTERM')
    rmSync(data, { recursive: true })

    expect(parseJson(stdout)).toMatchObject({
      gatewayVersion: expect.stringMatching(/^8\.9\./),
      definitions: [{ processDefinitionId: 'work', version: 1, state: 'ACTIVE' }],
      completed: { mode: 'complete', done: true },
      caught: { mode: 'error' },
      incident: { errorType: 'JOB_NO_RETRIES', errorMessage: 'Not today' },
      instance: { state: 'COMPLETED', hasIncident: false, processDefinitionName: 'Work' },
      job: { state: 'COMPLETED', retries: 1, errorMessage: 'Not today', elementId: 'task' },
      jobStates: ['COMPLETED', 'ERROR_THROWN', 'COMPLETED', 'CANCELED'],
      definition: { processDefinitionId: 'work', version: 1 },
      isXmlAsDeployed: true,
      variable: { name: 'mode', value: '"fail"' },
      resolved: { state: 'RESOLVED', errorMessage: 'Not today' },
      element: { elementId: 'start', state: 'COMPLETED' },
      states: ['COMPLETED', 'COMPLETED', 'COMPLETED', 'TERMINATED'],
      elements: ['start COMPLETED', 'task COMPLETED', 'end COMPLETED'],
      variables: ['mode "fail"', 'corrected 1', 'corrected 2', 'own true', 'done "by hand"'],
      handled: 3,
      correlated: 'COMPLETED',
      uncorrelated: 404,
      published: 409,
      subscriptions: ['1 CORRELATED', '2 DELETED'],
      orders: ['COMPLETED', 'COMPLETED'],
    })
  },
)
