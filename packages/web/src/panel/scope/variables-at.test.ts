import { readModel, type ModdleElement } from '@tenon/templates'
import { describe, expect, it } from 'vitest'
import type { ScopeVariable } from '../../feel-editor/scope.ts'
import { scopeOf } from './scope-of.ts'
import { variablesAt } from './variables-at.ts'

const process = (content: string) => `<bpmn:definitions id="d" targetNamespace="t"
    xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
    xmlns:zeebe="http://camunda.org/schema/zeebe/1.0">
  <bpmn:process id="p">${content}</bpmn:process>
</bpmn:definitions>`

const task = (
  id: string,
  extensions: string,
  rest = '',
) => `<bpmn:serviceTask id="${id}" name="${id}">
  <bpmn:extensionElements>${extensions}</bpmn:extensionElements>${rest}</bpmn:serviceTask>`

const headers = (values: Readonly<Record<string, string>>) =>
  `<zeebe:taskHeaders>${Object.entries(values)
    .map(([key, value]) => `<zeebe:header key="${key}" value="${value}" />`)
    .join('')}</zeebe:taskHeaders>`

const flow = (id: string, from: string, to: string) =>
  `<bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}" />`

const read = async (content: string, id = 'here'): Promise<ModdleElement> => {
  const { elementsById } = await readModel(process(content))
  const element = elementsById.get(id)
  if (element === undefined) throw new Error(`There is no element ${id}.`)
  return element
}

/** Names, with those of their keys in brackets. */
const outline = (variables: readonly ScopeVariable[]): string =>
  variables
    .map(({ name, entries }) => (entries.length > 0 ? `${name}(${outline(entries)})` : name))
    .join(' ')

const here = task('here', '')

describe('variablesAt', () => {
  it.each([
    [
      'the result of a connector',
      task('a', headers({ resultVariable: 'order', resultExpression: '={a: {b: 1}, c: 2}' })) +
        here,
      'order a(b) c',
    ],
    [
      'the result of an inbound connector',
      `<bpmn:startEvent id="s"><bpmn:extensionElements><zeebe:properties>
         <zeebe:property name="resultExpression" value="={mail: request.body}" />
       </zeebe:properties></bpmn:extensionElements></bpmn:startEvent>${here}`,
      'mail',
    ],
    [
      'output mappings, also those within a context',
      task(
        'a',
        `<zeebe:ioMapping><zeebe:output source="=x" target="order.id" />
         <zeebe:output source="={z: 1}" target="order.rest" /></zeebe:ioMapping>`,
      ) + here,
      'order(id rest(z))',
    ],
    [
      'the inputs of the element itself and not those of others',
      task('a', '<zeebe:ioMapping><zeebe:input source="=1" target="foreign" /></zeebe:ioMapping>') +
        task('here', '<zeebe:ioMapping><zeebe:input source="=1" target="own" /></zeebe:ioMapping>'),
      'own',
    ],
    [
      'the item of a loop around it',
      `<bpmn:subProcess id="sub">${here}<bpmn:multiInstanceLoopCharacteristics>
         <bpmn:extensionElements><zeebe:loopCharacteristics inputElement="item" />
         </bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics></bpmn:subProcess>`,
      'item loopCounter',
    ],
    ['nothing', here, ''],
  ])('knows %s', async (_, content, expected) => {
    expect(outline(variablesAt(await read(content)))).toBe(expected)
  })

  it('names what comes before the element first, the nearest first', async () => {
    // given
    const content =
      ['later', 'first', 'second'].map((id) => task(id, headers({ resultVariable: id }))).join('') +
      here +
      [
        flow('f1', 'first', 'second'),
        flow('f2', 'second', 'here'),
        flow('f3', 'here', 'later'),
      ].join('')

    // when
    const names = outline(variablesAt(await read(content)))

    // then
    expect(names).toBe('second first later')
  })

  it('ends in a loop of flows', async () => {
    const content = here + task('a', '') + flow('f1', 'a', 'here') + flow('f2', 'here', 'a')
    expect(variablesAt(await read(content))).toEqual([])
  })

  it('knows what the process was last started with, and where each variable is from', async () => {
    const content = task('Get order', headers({ resultVariable: 'order' })) + here
    const variables = variablesAt(await read(content.replace('id="Get order"', 'id="get"')), {
      customer: { name: 'A', tags: ['x'] },
    })
    expect(outline(variables)).toBe('order customer(name tags)')
    expect(variables.map(({ origin }) => origin)).toEqual([
      'Result of Get order',
      'Given at the last start',
    ])
  })
})

describe('scopeOf', () => {
  it.each([
    ['resultExpression', 'response(status headers body)', 0],
    [
      'errorExpression',
      'error(code message variables(response(status headers body))) response(status headers body) job(retries)',
      3,
    ],
    ['resultVariable', '', 0],
  ])('adds to a %s what the connector answered', (key, variables, functions) => {
    const scope = scopeOf({ type: 'zeebe:taskHeader', key }, [])
    expect(outline(scope.variables)).toBe(variables)
    expect(scope.functions).toHaveLength(functions)
  })
})
