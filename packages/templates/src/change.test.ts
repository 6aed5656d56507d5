import { expect, it } from 'vitest'
import { perform } from '@tenon/templates'
import { testElement } from './test-element.ts'

it('undoes changes of one element from the last to the first', async () => {
  const { element } = await testElement('<bpmn:task id="element" name="before" />')

  const undo = perform([
    { element, properties: { name: 'first' } },
    { element, properties: { name: 'second', 'acme:note': 'x' } },
  ])
  expect(element.get('name')).toBe('second')
  undo()

  expect(element.get('name')).toBe('before')
  expect(element.$attrs).toEqual({})
})

it('sets back nothing that was not set, though the metamodel has a default', async () => {
  const { element } = await testElement('<bpmn:task id="element" />')

  perform([{ element, properties: { isForCompensation: true } }])()

  expect(element.get('isForCompensation')).toBe(false)
  expect(Object.hasOwn(element, 'isForCompensation')).toBe(false)
})
