import { expect } from 'vitest'
import type { Machine } from './machine.ts'
import type { ModelInstance } from './model/model-instance.ts'
import { rowsOf } from './rows.ts'
import { snapshotOfModel, snapshotOfStored } from './snapshot.ts'
import type { World } from './world.ts'

/** Checks that what is stored is what ought to be, and what was committed. */
export const check = (machine: Machine, world: World): void => {
  const [row] = machine.query('SELECT count(*) AS count FROM process_instance')
  expect(row?.['count'], 'process instances').toBe(world.model.instances.length)
  for (const [instance, key] of world.instances) {
    if (instance.state === 'ACTIVE') checkActive(machine, world, { instance, key: Number(key) })
    else checkEnded(machine, instance, Number(key))
  }
}

interface Known {
  readonly instance: ModelInstance
  readonly key: number
}

const checkActive = (machine: Machine, world: World, { instance, key }: Known): void => {
  const state = machine.read(key)
  if (state === undefined) throw new Error(`Instance ${key} has ended, but should be active`)
  const [model, stored] = [snapshotOfModel(instance), snapshotOfStored(state)]
  if (stored.text !== model.text) expect(stored.text, `instance ${key}`).toBe(model.text)
  const incidents = [...instance.root.all()].filter(({ incident }) => incident !== null).length
  expect([state.incidents.size, state.processInstance?.incidentCount]).toEqual([
    incidents,
    incidents,
  ])
  world.learnKeys(model, stored)
  const replayed = machine.replayed.get(key)
  const rows = rowsOf(state).join('\n')
  const replayedRows = replayed === undefined ? '' : rowsOf(replayed).join('\n')
  if (rows !== replayedRows) expect(rows, `rows of ${key}`).toBe(replayedRows)
}

const checkEnded = (machine: Machine, instance: ModelInstance, key: number): void => {
  const [row] = machine.query('SELECT state FROM process_instance WHERE key = ?', key)
  expect(row?.['state'], `state of ${key}`).toBe(instance.state)
  expect(machine.replayed.get(key)?.processInstance?.state).toBe(instance.state)
  const variables = machine.query('SELECT name, value FROM variable WHERE scope_key = ?', key)
  const values = variables.map(({ name, value }) => [name, JSON.parse(String(value))])
  expect(Object.fromEntries(values), `variables of ${key}`).toEqual(
    instance.root.visibleVariables(),
  )
  const ended = machine.query(
    `SELECT element_id || ' ' || phase AS how, count(*) AS count
      FROM element_instance WHERE process_instance_key = ? GROUP BY how`,
    key,
  )
  const counts = ended.map(({ how, count }) => [how, count])
  expect(Object.fromEntries(counts), `elements of ${key}`).toEqual(
    Object.fromEntries(instance.ended),
  )
  const open = machine.query(
    `SELECT 1 FROM job WHERE process_instance_key = ? AND ended_at IS NULL
      UNION ALL SELECT 1 FROM incident WHERE process_instance_key = ? AND resolved_at IS NULL`,
    ...[key, key],
  )
  expect(open, `what is open in ${key}`).toEqual([])
}
