import { describe, expect, it } from 'vitest'
import { parseBpmn } from './parse-bpmn.ts'
import { flow, model } from './test-model.ts'
import { refusals } from './test-refusals.ts'

const START = `<bpmn:startEvent id="start" />${flow('f', 'start', 'from')}`

const link = (kind: 'Throw' | 'Catch', id: string, name: string): string =>
  `<bpmn:intermediate${kind}Event id="${id}"><bpmn:linkEventDefinition id="${id}_link" name="${name}" /></bpmn:intermediate${kind}Event>`

describe('a link', () => {
  it('is a flow, in place of what is drawn', async () => {
    const [process] = await parseBpmn(
      model(START, link('Throw', 'from', 'L'), link('Catch', 'to', 'L'), flow('g', 'from', 'from')),
    )
    const found = { id: 'from', sourceId: 'from', targetId: 'to' }
    expect(process?.elements.get('from')?.outgoing).toMatchObject([found])
    expect(process?.elements.get('to')?.incoming).toMatchObject([found])
  })

  it.each([
    ['without one that catches it', link('Catch', 'to', 'M'), 'No event of the process catches'],
    [
      'caught by two',
      link('Catch', 'to', 'L') + link('Catch', 'too', 'L'),
      'catches the link "L" too. Keep one.',
    ],
    [
      'without an id',
      link('Catch', 'to', 'L').replace('id="to_link" ', ''),
      '<bpmn:linkEventDefinition> has no id. Give it one.',
    ],
    ['caught without a name', link('Catch', 'to', 'L') + link('Catch', 'too', ''), 'has no name'],
  ])('is refused %s', async (_, catches, expected) => {
    expect(await refusals(model(START, link('Throw', 'from', 'L'), catches))).toEqual([
      expect.stringContaining(expected),
    ])
  })
})
