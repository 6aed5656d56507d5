import { expect, it } from 'vitest'
import { isMissingCode } from './is-missing-code.ts'

it.each([
  'Failed to fetch dynamically imported module: http://127.0.0.1:8080/assets/a-1.js',
  'error loading dynamically imported module: http://127.0.0.1:8080/assets/a-1.js',
  'Importing a module script failed.',
  'Unable to preload CSS for /assets/a-1.css',
])('knows %s', (message) => {
  expect(isMissingCode(new TypeError(message))).toBe(true)
})

it('leaves all other failures', () => {
  expect(isMissingCode(new TypeError('Failed to fetch'))).toBe(false)
  expect(isMissingCode('Importing a module script failed.')).toBe(false)
})
