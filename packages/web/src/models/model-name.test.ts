import { describe, expect, it } from 'vitest'
import { fileNameOf, freeName, nameProblem } from './model-name.ts'

describe('nameProblem', () => {
  it('wants 1 to 200 characters beside blanks', () => {
    expect(nameProblem('a')).toBeUndefined()
    expect(nameProblem(` ${'a'.repeat(200)} `)).toBeUndefined()
    expect(nameProblem('  ')).toBe('A model needs a name.')
    expect(nameProblem('a'.repeat(201))).toBe('A name has at most 200 characters.')
  })
})

describe('freeName', () => {
  it('takes the name, or the first number after it that is free', () => {
    expect(freeName('New process', ['Old'])).toBe('New process')
    expect(freeName('New process', ['New process'])).toBe('New process 2')
    expect(freeName('New process', ['New process 2', 'New process'])).toBe('New process 3')
  })
})

describe('fileNameOf', () => {
  it.each([
    ['Invoice approval', 'Invoice approval.bpmn'],
    ['How is Tenon?', 'How is Tenon-.bpmn'],
    ['../../etc/passwd', 'etc-passwd.bpmn'],
    ['a\u0000b/c:d', 'a-b-c-d.bpmn'],
    [' . ', 'model.bpmn'],
    ['Änderung.', 'Änderung.bpmn'],
    ['x'.repeat(200), `${'x'.repeat(100)}.bpmn`],
  ])('makes a file name of %j', (name, file) => {
    expect(fileNameOf(name)).toBe(file)
  })
})
