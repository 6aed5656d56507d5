import { describe, expect, it } from 'vitest'
import { syntaxProblem } from './syntax-problem.ts'

const marked = (text: string): string | undefined => {
  const problem = syntaxProblem(text)
  return problem && text.slice(problem.from, problem.to)
}

describe('syntaxProblem', () => {
  it.each(['a + 1', 'bpmnError("A", error.message)', '', '  '])('finds none in "%s"', (text) => {
    expect(syntaxProblem(text)).toBeUndefined()
  })

  it.each([
    ['Hello world', 'world'],
    ['a + ', '+'],
    ['{a: order', 'order'],
    ['1 + )', ')'],
  ])('marks in "%s" the place "%s"', (text, place) => {
    expect(marked(text)).toBe(place)
  })

  it('says what the engine says', () => {
    expect(syntaxProblem('a +')?.message).toContain('is not FEEL')
  })
})
