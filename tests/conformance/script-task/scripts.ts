import { element, end, ioMapping, model, path, start, type Mappings } from '../model.ts'
import type { Scenario } from '../scenario.ts'
import { create, resolve, setVariables } from '../step.ts'

const script = (expression: string, variable = 'r', mappings: Mappings = {}): string =>
  withExtensions(
    `<zeebe:script expression="${expression}" resultVariable="${variable}" />${ioMapping(mappings)}`,
  )

const withExtensions = (extensions: string): string =>
  model(
    start(),
    element('scriptTask', 'id="task"', extensions),
    end(),
    path('start', 'task', 'end'),
  )

const gives = (name: string, xml: string, variables: object): Scenario => ({
  name,
  model: xml,
  steps: [create({ x: 5 })],
  expected: { states: ['COMPLETED'], variables: { process: { x: 5, ...variables } } },
})

export const scripts: readonly Scenario[] = [
  gives('sets a variable', script('=x + 1'), { r: 6 }),
  gives('overwrites a variable', script('=x + 1', 'x'), { x: 6 }),
  gives('gives null for what is missing', script('=missing.y'), { r: null }),
  gives('gives null for a function', script('=function(a) a'), { r: null }),
  gives('gives a text for a date', script('=date(&quot;2020-01-01&quot;)'), { r: '2020-01-01' }),
  gives('sets a variable of an odd name', script('=x', 'a.b'), { 'a.b': 5 }),
  {
    name: 'keeps its result with output mappings',
    model: script('=a + x', 'r', { inputs: { a: '=1' }, outputs: { out: '=r * 10' } }),
    steps: [create({ x: 5 })],
    expected: { variables: { process: { out: 60, x: 5 }, task: { a: 1, r: 6 } } },
  },
  {
    name: 'keeps its result in an input of the same name',
    model: script('=r + x', 'r', { inputs: { r: '=1' } }),
    steps: [create({ x: 5 })],
    expected: { variables: { process: { x: 5 }, task: { r: 6 } } },
  },
  {
    name: 'raises an incident where it fails, and goes on when that is resolved',
    model: script('=assert(x, x &gt; 100)'),
    steps: [create({ x: 5 }), setVariables('process', { x: 101 }), resolve('task')],
    expected: { states: ['COMPLETED'], variables: { process: { r: 101, x: 101 } } },
  },
  ...[
    ['without an expression', script('')],
    ['with an empty expression', script('=')],
    ['with a text', script('x + 1')],
    ['with an expression that cannot be parsed', script('=1 +')],
    ['without a result variable', script('=x', '')],
    [
      'with a job type besides',
      withExtensions(
        '<zeebe:taskDefinition type="work" /><zeebe:script expression="=x" resultVariable="r" />',
      ),
    ],
    [
      'with two scripts',
      withExtensions('<zeebe:script expression="=x" resultVariable="r" />'.repeat(2)),
    ],
  ].map(([what = '', xml = '']): Scenario => ({
    name: `is refused ${what}`,
    model: xml,
    steps: [],
    expected: 'refused',
  })),
]
