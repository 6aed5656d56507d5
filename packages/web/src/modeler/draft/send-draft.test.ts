import { describe, expect, it } from 'vitest'
import type { Model } from '../../api/models.ts'
import { RefusedError } from '../../api/refused-error.ts'
import type { DraftContent } from './draft-saver.ts'
import { createSendDraft } from './send-draft.ts'

/** A server with one model, whose next answers can be lost on their way. */
const serve = () => {
  const at = '2026-11-24T12:00:00.000Z'
  let model: Model = {
    ...{ id: 'id', name: 'Order', xml: 'v0', revision: 1 },
    ...{ createdAt: at, updatedAt: at, deployed: null },
  }
  let lost = 0
  const update = ({ name, xml }: DraftContent, revision: number) => {
    if (revision !== model.revision)
      return Promise.reject(new RefusedError(409, 'Changed.', 'MODEL_CHANGED'))
    model = { ...model, name, xml, revision: revision + 1 }
    lost -= 1
    return lost >= 0 ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve(model)
  }
  const sendDraft = createSendDraft({ update, read: () => Promise.resolve(model) })
  return {
    send: (content: DraftContent, revision: number) => sendDraft(content, revision, false),
    loseAnswer: () => (lost = 1),
    changeElsewhere: () => update({ name: 'Theirs', xml: 'theirs' }, model.revision),
    stored: () => model,
  }
}

const draft = (xml: string) => ({ name: 'Order', xml })

describe('sending a draft', () => {
  it('goes on after a save that arrived and whose answer did not', async () => {
    const { send, loseAnswer, stored } = serve()
    loseAnswer()
    await expect(send(draft('v1'), 1)).rejects.toThrow('Failed to fetch')
    expect(await send(draft('v2'), 1)).toMatchObject({ revision: 3 })
    expect(stored().xml).toBe('v2')
  })

  it('is refused where someone else has changed the model, also after a lost answer', async () => {
    const { send, loseAnswer, changeElsewhere, stored } = serve()
    loseAnswer()
    await expect(send(draft('v1'), 1)).rejects.toThrow('Failed to fetch')
    await changeElsewhere()
    await expect(send(draft('v2'), 1)).rejects.toMatchObject({ code: 'MODEL_CHANGED' })
    expect(stored().xml).toBe('theirs')
  })

  it('takes nothing for its own that was answered', async () => {
    const { send } = serve()
    await send(draft('v1'), 1)
    await expect(send(draft('v1'), 1)).rejects.toMatchObject({ code: 'MODEL_CHANGED' })
  })
})
