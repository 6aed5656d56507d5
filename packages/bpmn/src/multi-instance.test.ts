import { describe, expect, it } from 'vitest'
import { checkExpressions } from './expressions.ts'
import { parseBpmn } from './parse-bpmn.ts'
import { modelOfTask, task } from './test-model.ts'
import { refusals } from './test-refusals.ts'

const marker = (settings: string, content = '', attributes = ''): string =>
  `<bpmn:multiInstanceLoopCharacteristics ${attributes}><bpmn:extensionElements>` +
  `<zeebe:loopCharacteristics ${settings} /></bpmn:extensionElements>${content}` +
  '</bpmn:multiInstanceLoopCharacteristics>'

const withMarker = (...markers: readonly string[]): string =>
  modelOfTask(task('task', '', markers.join('')))

const condition = (text: string): string =>
  `<bpmn:completionCondition>${text}</bpmn:completionCondition>`

describe('parseBpmn reads a multi-instance', () => {
  it('with all its settings', async () => {
    const [process] = await parseBpmn(
      withMarker(
        marker(
          'inputCollection="=items" inputElement="item" outputCollection="results" outputElement="=r.a"',
          condition('= done '),
          'isSequential="true"',
        ),
      ),
    )
    expect(process?.elements.get('task')?.multiInstance).toEqual({
      isSequential: true,
      inputCollection: '=items',
      inputElement: 'item',
      output: { collection: 'results', element: '=r.a', variable: 'r' },
      completionCondition: '= done',
    })
  })

  it('with as little as it needs', async () => {
    const settings = 'inputCollection="=items" inputElement="" outputCollection="" outputElement=""'
    const [process] = await parseBpmn(withMarker(marker(settings)))
    expect(process?.elements.get('task')?.multiInstance).toEqual({
      isSequential: false,
      inputCollection: '=items',
      inputElement: null,
      output: null,
      completionCondition: null,
    })
  })
})

describe('parseBpmn refuses', () => {
  it.each([
    ['no list', marker(''), 'needs as inputCollection a FEEL expression'],
    [
      'a marker without settings',
      '<bpmn:multiInstanceLoopCharacteristics id="m" />',
      'The multi-instance has no zeebe:loopCharacteristics. Choose its list.',
    ],
    [
      'two markers',
      marker('inputCollection="=a"') + marker('inputCollection="=b"'),
      'several multi-instance markers',
    ],
    [
      'an output collection without an element',
      marker('inputCollection="=a" outputCollection="b"'),
      'The outputCollection needs an outputElement.',
    ],
    [
      'an output element without a collection',
      marker('inputCollection="=a" outputElement="=b"'),
      'The outputElement needs an outputCollection.',
    ],
    [
      'an output element that is a text',
      marker('inputCollection="=a" outputCollection="c" outputElement="b"'),
      'needs as outputElement a FEEL expression',
    ],
    [
      'an input element that is no variable',
      marker('inputCollection="=a" inputElement="=b"'),
      'The inputElement "=b" must be a variable',
    ],
    [
      'an output collection that is no variable',
      marker('inputCollection="=a" outputCollection="b c" outputElement="=d"'),
      'The outputCollection "b c" must be a variable',
    ],
    [
      'a condition that is a text',
      marker('inputCollection="=a"', condition('done')),
      'The completionCondition must be a FEEL expression',
    ],
  ])('%s', async (_, xml, expected) => {
    expect(await refusals(withMarker(xml))).toEqual([
      expect.stringMatching(/^BPMN_INVALID element task, line 5: /),
    ])
    expect(await refusals(withMarker(xml))).toEqual([expect.stringContaining(expected)])
  })

  it('a number of repetitions, which only other engines know', async () => {
    const cardinality = '<bpmn:loopCardinality>3</bpmn:loopCardinality>'
    expect(await refusals(withMarker(marker('inputCollection="=a"', cardinality)))).toEqual([
      expect.stringContaining(
        '<bpmn:loopCardinality> in <bpmn:multiInstanceLoopCharacteristics> is not supported',
      ),
    ])
  })

  it('the marker of a standard loop', async () => {
    expect(await refusals(withMarker('<bpmn:standardLoopCharacteristics />'))).toEqual([
      'BPMN_UNSUPPORTED element task, line 5: <bpmn:standardLoopCharacteristics> in ' +
        '<bpmn:serviceTask> is not supported yet. Remove it.',
    ])
  })
})

it('checkExpressions reads the expressions of a multi-instance', async () => {
  const settings = 'inputCollection="=a+" outputCollection="b" outputElement="=c+"'
  const [process] = await parseBpmn(withMarker(marker(settings, condition('=d+'))))
  const found = process === undefined ? [] : checkExpressions(process, () => 'wrong')
  expect(found.map(({ message }) => message)).toEqual([
    'input collection: wrong',
    'output element: wrong',
    'completion condition: wrong',
  ])
})
