import { describe, expect, it } from 'vitest'
import { problemOfId } from './problem-of-id.ts'

const problem = (id: string) => problemOfId(id, (other) => other === 'taken')

describe('problemOfId', () => {
  it.each(['a', '_1', 'order-2.b', 'größe'])('takes "%s"', (id) => {
    expect(problem(id)).toBeUndefined()
  })

  it.each(['', '1a', 'a b', '-a', 'a:b'])('refuses "%s"', (id) => {
    expect(problem(id)).toContain('starts with a letter')
  })

  it('refuses what another element has', () => {
    expect(problem('taken')).toContain('taken')
  })
})
