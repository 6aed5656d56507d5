import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseBpmn } from '@tenon/bpmn'
import { OrchestrationError } from '@tenon/orchestration'
import { SecretSeal } from '@tenon/orchestration/secret-seal'
import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import { cancelInstance } from '../core/cancel-instance.ts'
import { createInstance } from '../core/create-instance.ts'
import { InstanceState } from '../core/instance-state.ts'
import { completeJob, failJob, leaseJob, releaseJob, updateJob } from '../core/job-commands.ts'
import { resolveIncident } from '../core/resolve-incident.ts'
import type { Step } from '../core/step.ts'
import { throwJobError } from '../core/throw-job-error.ts'
import { end, flow, model, start, task } from '../testing/model.ts'
import { openDatabase } from './open-database.ts'
import { RowReader } from './row-reader.ts'
import { Transaction } from './transaction.ts'

const folder = mkdtempSync(join(tmpdir(), 'tenon-transaction-'))
const database = openDatabase(folder)
afterAll(() => {
  database.close()
  rmSync(folder, { recursive: true })
})

// Two tasks side by side, one with mappings and a boundary event, then a choice that can fail.
const xml = model(
  [
    start + end + task('a', { inputs: { x: '=n' }, outputs: { n: '=x + step' } }) + task('b'),
    '<bpmn:parallelGateway id="fork" /><bpmn:parallelGateway id="join" />',
    '<bpmn:exclusiveGateway id="choice" default="choice_end" />',
    `<bpmn:boundaryEvent id="gone" attachedToRef="a"><bpmn:outgoing>gone_join2</bpmn:outgoing>
     <bpmn:errorEventDefinition id="d" errorRef="Gone" /></bpmn:boundaryEvent>`,
    '<bpmn:exclusiveGateway id="join2" />',
    flow('start', 'fork') + flow('fork', 'a') + flow('fork', 'b'),
    flow('a', 'join2') + flow('gone', 'join2') + flow('join2', 'join') + flow('b', 'join'),
    flow('join', 'choice') + flow('choice', 'fork', '=n < 3') + flow('choice', 'end'),
  ].join('\n'),
)

const action = fc.record({
  kind: fc.constantFrom(
    ...(['complete', 'complete', 'fail', 'throw', 'lease', 'release'] as const),
    ...(['update', 'resolve', 'cancel'] as const),
  ),
  which: fc.nat(3),
  number: fc.constantFrom(0, 1, 2, 'text'),
  code: fc.constantFrom('GONE', 'OTHER'),
})
type Action = typeof action extends fc.Arbitrary<infer Value> ? Value : never

const perform = (step: Step, { kind, which, number, code }: Action): void => {
  const job = [...step.state.jobs.values()][which]
  const incident = [...step.state.incidents.values()][which]
  if (kind === 'cancel') return which === 0 ? cancelInstance(step) : undefined
  if (kind === 'resolve') return incident && resolveIncident(step, incident)
  if (job === undefined) return undefined
  const retries = typeof number === 'number' ? number : 0
  switch (kind) {
    case 'complete':
      return completeJob(step, job, { step: number, n: number })
    case 'fail':
      return failJob(step, job, { retries, errorMessage: 'm', retryBackOffMs: which * 10 })
    case 'throw':
      return throwJobError(step, job, { errorCode: code, errorMessage: 'm', variables: { number } })
    case 'lease':
      return leaseJob(step, job, { worker: 'w', dueAt: 1_000 })
    case 'release':
      return releaseJob(step, job)
    case 'update':
      return updateJob(step, job, { retries })
  }
}

/** The live rows as plain data, in the order of their keys. */
const plain = (state: InstanceState | undefined): unknown => {
  const byKey = <Row extends { readonly key: number }>(rows: Iterable<Row>): readonly Row[] =>
    [...rows].toSorted((a, b) => a.key - b.key)
  const scopes = [...(state?.variables.values() ?? [])]
  return {
    processInstance: state?.processInstance,
    elements: byKey(state?.elements.values() ?? []),
    jobs: byKey(state?.jobs.values() ?? []),
    incidents: byKey(state?.incidents.values() ?? []),
    variables: byKey(scopes.flatMap((scope) => [...scope.values()])).map(
      ({ value, ...variable }) => ({ ...variable, value: value.text }),
    ),
    variableSize: state?.variableSize,
  }
}

it('after every command, memory, storage and the replay of all events agree', async () => {
  const [process] = await parseBpmn(xml)
  if (process === undefined) throw new Error('No process')
  const transaction = new Transaction(
    database.writer,
    new SecretSeal(database.installationKey),
    'UTC',
  )
  const reader = new RowReader(database.writer)
  transaction.begin(0)
  const resource = { resourceName: 'model.bpmn', digest: 'd', xml, deployedAt: 0 }
  const { key } = transaction.run(() =>
    transaction.definitions.add({ key: transaction.nextKey(), process, ...resource }),
  )
  transaction.commit()

  const definition = transaction.definitions.get(key)

  /** Runs a command in a commit of its own; false when it was refused. */
  const commit = (now: number, command: () => Step): boolean => {
    transaction.begin(now)
    try {
      transaction.run(() => transaction.add(command()))
      return true
    } catch (error) {
      if (error instanceof OrchestrationError) return false
      throw error
    } finally {
      transaction.commit()
    }
  }
  const run = (actions: readonly Action[]): void => {
    const replayed = new InstanceState()
    let step: Step | undefined
    commit(0, () => {
      const request = { variables: { n: 0 }, tags: ['t'] }
      step = createInstance(definition, request, transaction)
      return step
    })
    for (const [index, next] of [undefined, ...actions].entries()) {
      const instanceKey = step?.processInstance.key ?? 0
      if (next !== undefined) {
        step = undefined
        const isDone = commit(index * 500, () => {
          step = transaction.step(instanceKey)
          perform(step, next)
          return step
        })
        if (!isDone) step = undefined
      }
      for (const event of step?.events ?? []) replayed.apply(event)
      const isLive = replayed.processInstance?.endedAt === null
      const stored = reader.read(instanceKey)
      if (isLive) expect(plain(stored)).toEqual(plain(replayed))
      else expect(stored).toBeUndefined()
      if (!isLive) return
      // What the next command sees, also after one that was refused.
      transaction.begin(0)
      step = transaction.step(instanceKey)
      expect(plain(step.state)).toEqual(plain(replayed))
      step.events.length = 0
      transaction.commit()
    }
  }
  fc.assert(fc.property(fc.array(action, { maxLength: 30 }), run), { numRuns: 300 })
})
