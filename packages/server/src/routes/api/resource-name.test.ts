import { expect, it } from 'vitest'
import { resourceNameOf } from './resource-name.ts'

it.each([
  ['Order', 'Order.bpmn'],
  ['Order.bpmn', 'Order.bpmn'],
  ['Order.XML', 'Order.bpmn'],
  ['Straße 7 – 注文', 'Straße 7 - 注文.bpmn'],
  ['../../etc/passwd', 'etc-passwd.bpmn'],
  ['a\\b:c"d\n', 'a-b-c-d.bpmn'],
  ['.hidden', 'hidden.bpmn'],
  ['💡', 'model.bpmn'],
])('the model %j becomes the file %s', (name, resource) => {
  expect(resourceNameOf(name)).toBe(resource)
})
