import { expect, test } from 'vitest'
import { compile, toJson, type Value } from './index.ts'

const variables: Readonly<Record<string, Value>> = {
  x: { a: 1, list: [1], text: 'x' },
  hostile: JSON.parse('{"__proto__": {"admin": true}, "constructor": 5, "toString": "t"}'),
}
const evaluate = (source: string): Value =>
  compile(source).evaluate((name) => (Object.hasOwn(variables, name) ? variables[name] : undefined))

test.each([
  'x.constructor',
  'x.`__proto__`',
  'x.__proto__',
  'x.constructor.constructor',
  'x.toString',
  'x.list.length[1]',
  'x.text.length',
  'x.list[1].constructor',
  '[x].constructor[1]',
  '[x][constructor != null][1]',
  'get value(x, "constructor")',
  'get value(x, ["constructor", "name"])',
  'get value(x, "__proto__")',
  'constructor',
  '1.constructor',
  '{}.valueOf',
  '(function(a) a).invoke',
  '(1.5).coefficient',
])('%s is null', (source) => {
  expect(evaluate(source)).toBe(null)
})

test('an own entry of such a name is data', () => {
  expect(evaluate('hostile.constructor')).toBe(5)
  expect(evaluate('hostile.`__proto__`.admin')).toBe(true)
  expect(evaluate('hostile.admin')).toBe(null)
})

test.each([
  '{"__proto__": {admin: true}}',
  'context put({}, "__proto__", {admin: true})',
  'context([{key: "__proto__", value: {admin: true}}])',
  'context merge({"__proto__": {admin: true}}, {})',
  'from json("{\\"__proto__\\": {\\"admin\\": true}}")',
])('%s makes an entry, not a prototype', (source) => {
  // given a value that names the prototype, when it is made and returned
  const context = toJson(compile(source).evaluate(() => undefined))
  // then the prototype is untouched
  expect(JSON.stringify(context)).toBe('{"__proto__":{"admin":true}}')
  expect(Object.getPrototypeOf(context)).toBe(Object.prototype)
  expect(Object.hasOwn(Object.prototype, 'admin')).toBe(false)
})

test('data that looks like an expression stays data', () => {
  expect(compile('a + b').evaluate((name) => (name === 'a' ? '=1+1' : '{{secrets.X}}'))).toBe(
    '=1+1{{secrets.X}}',
  )
})
