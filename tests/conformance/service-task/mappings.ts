import { oneTask } from '../model.ts'
import type { Scenario } from '../scenario.ts'
import { activate, complete, create, resolve } from '../step.ts'

export const mappings: readonly Scenario[] = [
  {
    name: 'keeps its inputs to itself',
    model: oneTask({ inputs: { a: '=b + 1', 'request.id': '=a', 'request.kind': 'plain text' } }),
    steps: [create({ b: 1 }), activate(), complete('task', { c: 3 })],
    expected: {
      variables: {
        process: { b: 1, c: 3 },
        task: { a: 2, request: { id: 2, kind: 'plain text' } },
      },
    },
  },
  {
    name: 'keeps a result local that has the name of an input',
    model: oneTask({ inputs: { a: '=1' } }),
    steps: [create(), complete('task', { a: 2, b: 3 })],
    expected: { variables: { process: { b: 3 }, task: { a: 2 } } },
  },
  {
    name: 'lets only its outputs out where it has some',
    model: oneTask({ outputs: { total: '=result * 2' } }),
    steps: [create(), complete('task', { result: 21, other: 'stays' })],
    expected: { variables: { process: { total: 42 }, task: { result: 21, other: 'stays' } } },
  },
  {
    name: 'puts nested outputs into what is there',
    model: oneTask({ outputs: { 'answer.text': '=text', 'answer.deep.er': '=1' } }),
    steps: [create({ answer: { kept: true } }), complete('task', { text: 'done' })],
    expected: {
      variables: {
        process: { answer: { kept: true, text: 'done', deep: { er: 1 } } },
        task: { text: 'done' },
      },
    },
  },
  {
    name: 'lets outputs see inputs, and those before them',
    model: oneTask({ inputs: { a: '=1' }, outputs: { b: '=a + 1', c: '=b + 1' } }),
    steps: [create(), complete('task')],
    expected: { variables: { process: { b: 2, c: 3 }, task: { a: 1 } } },
  },
  {
    name: 'waits with an incident where an input cannot be mapped',
    model: oneTask({ inputs: { a: '=assert(b, b != null)' } }),
    steps: [create(), resolve('task')],
    expected: { states: ['ACTIVE'], incidents: ['IO_MAPPING_ERROR at task'], jobs: [] },
  },
  {
    name: 'waits with an incident where an output cannot be mapped',
    model: oneTask({ outputs: { a: '=assert(b, b != null)' } }),
    steps: [create(), complete('task', { c: 1 }), resolve('task')],
    expected: { states: ['ACTIVE'], incidents: ['IO_MAPPING_ERROR at task'], jobs: [] },
  },
  {
    name: 'maps an output twice',
    model: oneTask({ outputs: { a: '=1', b: '=a', 'a.c': '=2' } }),
    steps: [create({ a: { d: 1 } }), complete('task')],
    expected: { states: ['COMPLETED'] },
  },
  {
    name: 'puts nested outputs into an input of the same name',
    model: oneTask({ inputs: { 'a.b': '=1' }, outputs: { 'a.c': '=2' } }),
    steps: [create({ a: { d: 3 } }), complete('task')],
    expected: { states: ['COMPLETED'] },
  },
  {
    name: 'puts nested outputs into an input that is no context',
    model: oneTask({ inputs: { a: '=1' }, outputs: { 'a.c': '=2' } }),
    steps: [create(), complete('task')],
    expected: { states: ['COMPLETED'] },
  },
  {
    name: 'keeps a result local that equals an input',
    model: oneTask({ inputs: { a: '=1' } }),
    steps: [create({ a: 0 }), complete('task', { a: 1 })],
    expected: { variables: { process: { a: 0 }, task: { a: 1 } } },
  },
  {
    name: 'maps inputs whose names shadow what they read',
    model: oneTask({ inputs: { a: '=a + 1', b: '=a' } }),
    steps: [create({ a: 1 }), complete('task', { a: 5 })],
    expected: { variables: { process: { a: 1 }, task: { a: 5, b: 2 } } },
  },
  {
    name: 'maps into an input that is no context of the process',
    model: oneTask({ inputs: { 'a.b': '=1' } }),
    steps: [create({ a: { c: 2 } }), activate()],
    expected: { variables: { process: { a: { c: 2 } }, task: { a: { b: 1 } } } },
  },
  {
    name: 'keeps null results',
    model: oneTask(),
    steps: [create({ a: 1 }), complete('task', { a: null })],
    expected: { variables: { process: { a: null } } },
  },
]
