import type { Scenario } from '../scenario.ts'
import { oneTask } from './loop.ts'

export const refusals: readonly Scenario[] = [
  {
    name: 'cannot be done without a list',
    model: oneTask({ items: '' }),
    steps: [],
    expected: 'refused',
  },
  {
    name: 'cannot gather anything without knowing what',
    model: oneTask({ result: '' }),
    steps: [],
    expected: 'refused',
  },
  {
    name: 'cannot gather what has no name',
    model: oneTask({ collection: '' }),
    steps: [],
    expected: 'refused',
  },
  {
    name: 'cannot have a text as condition',
    model: oneTask({ condition: 'enough' }),
    steps: [],
    expected: 'refused',
  },
  {
    name: 'cannot have an expression as the name of its item',
    model: oneTask({ element: '=item' }),
    steps: [],
    expected: 'refused',
  },
]
