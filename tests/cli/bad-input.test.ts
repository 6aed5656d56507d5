import { DatabaseSync } from 'node:sqlite'
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { serve } from './local-server.ts'
import { between, fileOf, model, restModel } from './models.ts'
import { temporaryFolder, tenon, type Variables } from './tenon.ts'

const straight = model(`<bpmn:startEvent id="start" />
<bpmn:sequenceFlow id="flow" sourceRef="start" targetRef="end" />
<bpmn:endEvent id="end" />`)

interface Case {
  readonly name: string
  readonly args: () => readonly string[]
  readonly environment?: Variables
  readonly exitCode: 1 | 2
  /** After `error `: the code, and parts of what, where and what to do. */
  readonly says: readonly string[]
}

const run =
  (content: string, ...more: string[]) =>
  (): readonly string[] => ['run', fileOf(content), ...more]

const models: readonly Case[] = [
  {
    name: 'malformed XML',
    args: run(straight.replace('<bpmn:endEvent id="end" />', '<bpmn:endEvent id="end">')),
    exitCode: 1,
    says: ['DEPLOYMENT_REJECTED', 'model.bpmn', 'line ', 'not well-formed'],
  },
  {
    name: 'a DOCTYPE',
    args: run(straight.replace('?>', '?>\n<!DOCTYPE a [<!ENTITY b "c">]>')),
    exitCode: 1,
    says: ['DEPLOYMENT_REJECTED', 'line 2', 'DOCTYPE. Remove it.'],
  },
  {
    name: 'an element that is not run',
    args: run(between('<bpmn:userTask id="task" />')),
    exitCode: 1,
    says: ['DEPLOYMENT_REJECTED', 'element task, line 8', 'not supported yet. Remove it.'],
  },
  {
    name: 'a FEEL mistake',
    args: run(restModel({ inputs: { url: '=1 +' } })),
    exitCode: 1,
    says: ['DEPLOYMENT_REJECTED', 'task', 'mapping to url'],
  },
  {
    name: 'a missing secret',
    args: run(restModel({ inputs: { url: 'http://127.0.0.1:1/{{secrets.NOT_THERE}}' } })),
    exitCode: 1,
    says: ['INCIDENT_RAISED', 'Element task', 'JOB_NO_RETRIES', "'NOT_THERE' is not available"],
  },
  {
    name: 'a text file',
    args: run('hello'),
    exitCode: 1,
    says: ['DEPLOYMENT_REJECTED', 'model.bpmn', 'not well-formed'],
  },
  {
    name: 'no such file',
    args: () => ['run', 'nowhere/model.bpmn'],
    exitCode: 1,
    says: ['FILE_UNREADABLE', 'nowhere/model.bpmn', 'Check the path'],
  },
]

const variables: readonly Case[] = [
  {
    name: 'variables that are not JSON',
    args: run(straight, '--variables', '{"a": }'),
    exitCode: 2,
    says: [
      'VARIABLES_INVALID',
      '--variables',
      'not JSON',
      `Unexpected token '}'`,
      'Give an object',
    ],
  },
  {
    name: 'variables that are no object',
    args: run(straight, '--variables', '[1]'),
    exitCode: 2,
    says: ['VARIABLES_INVALID', '--variables', 'not an object', 'Give an object'],
  },
  {
    name: 'variables that are nested too deep',
    args: run(straight, '--variables', `{"a": ${'['.repeat(64)}${']'.repeat(64)}}`),
    exitCode: 2,
    says: ['VARIABLES_INVALID', '--variables', 'deeper than 64 levels', 'Flatten it.'],
  },
  {
    name: 'variables that are too large',
    args: () => [
      'run',
      fileOf(straight),
      '--variables',
      `@${fileOf(JSON.stringify({ text: 'x'.repeat(4 * 1024 * 1024) }), 'large.json')}`,
    ],
    exitCode: 1,
    says: ['VARIABLES_TOO_LARGE', '4'],
  },
  {
    name: 'no time',
    args: run(straight, '--timeout', 'soon'),
    exitCode: 2,
    says: ['OPTION_INVALID', '--timeout is "soon"', 'Give seconds'],
  },
]

const installation: readonly Case[] = [
  {
    name: 'a data folder that cannot be made',
    args: run(straight, '--data', join(import.meta.filename, 'data')),
    exitCode: 1,
    says: ['DATA_FOLDER_UNWRITABLE', import.meta.filename, 'Check its path'],
  },
  {
    name: 'a port that is none',
    args: () => ['start'],
    environment: { TENON_PORT: 'http' },
    exitCode: 1,
    says: ['SETTING_INVALID', 'TENON_PORT is "http"', 'Set it to'],
  },
  {
    name: 'an address that others reach',
    args: () => ['start'],
    environment: { TENON_HOST: '0.0.0.0' },
    exitCode: 1,
    says: ['HOST_NOT_LOOPBACK', 'TENON_HOST is "0.0.0.0"', 'Set it to'],
  },
  {
    name: 'a server that is not there',
    args: () => ['deploy', fileOf(straight), '--to', 'http://127.0.0.1:1'],
    exitCode: 1,
    says: ['SERVER_UNREACHABLE', 'http://127.0.0.1:1', 'Start it'],
  },
  {
    name: 'an address that is none',
    args: () => ['deploy', fileOf(straight), '--to', 'localhost'],
    exitCode: 2,
    says: ['OPTION_INVALID', '--to is "localhost"', 'Give one such as'],
  },
]

describe('tells in one line what is wrong, where, and what to do', () => {
  it.each([...models, ...variables, ...installation])(
    '$name',
    async ({ args, environment, exitCode, says }) => {
      const ended = await tenon(args(), environment)

      expect(ended.stdout).toBe('')
      expect(ended.stderr).toMatch(/^error [A-Z_]+: [^\n]+\n$/)
      for (const part of says) expect(ended.stderr).toContain(part)
      expect(ended.exitCode).toBe(exitCode)
    },
  )
})

it('tells that the port is taken, and by what to change it', async () => {
  const { port } = new URL(await serve(createServer()))
  const environment = { TENON_PORT: port, TENON_DATA: temporaryFolder() }

  const { stderr, stdout, exitCode } = await tenon(['start'], environment)

  expect(stderr).toContain(`error PORT_IN_USE: Another program listens on 127.0.0.1:${port}.`)
  expect(stderr).toContain('set TENON_PORT')
  expect(stdout).toBe('')
  expect(exitCode).toBe(1)
})

it('does not touch the data of a newer version', async () => {
  const data = temporaryFolder()
  const path = join(data, 'engine.db')
  await tenon(['run', fileOf(straight), '--data', data])
  setVersion(path, 999)
  const before = readFileSync(path)

  const { stderr, exitCode } = await tenon(['run', fileOf(straight), '--data', data])

  expect(stderr).toContain('error DATA_TOO_NEW: ')
  expect(stderr).toContain(path)
  expect(exitCode).toBe(1)
  expect(readFileSync(path)).toEqual(before)
})

it('says that a damaged file is damaged', async () => {
  const data = temporaryFolder()
  writeFileSync(join(data, 'engine.db'), 'no database')

  const { stderr, exitCode } = await tenon(['run', fileOf(straight), '--data', data])

  expect(stderr).toContain('error DATA_CORRUPT: ')
  expect(exitCode).toBe(1)
  expect(readFileSync(join(data, 'engine.db'), 'utf8')).toBe('no database')
})

const setVersion = (path: string, version: number): void => {
  const database = new DatabaseSync(path)
  database.exec(`PRAGMA user_version = ${version}`)
  database.close()
}
