import { useEffect, useState } from 'react'
import { Draft } from './draft.ts'

interface DraftField {
  /** What the field shows. */
  readonly text: string
  readonly type: (text: string) => void
  /** When the field is left; a text that does not fit stays, with what is wrong with it. */
  readonly settle: () => void
}

interface DraftRules {
  readonly isFit?: (text: string) => boolean
  /** Whether a text is only another spelling of the value, as `1.` is of `1`. */
  readonly means?: (text: string, value: string) => boolean
}

interface Typed {
  readonly text: string
  readonly isWritten: boolean
}

/**
 * A text field that writes after a pause, when it is left, and when it disappears. It shows what is
 * typed until it is written; what changes the value from outside, such as an undo, wins then.
 */
export const useDraft = (
  value: string,
  write: (text: string) => void,
  { isFit = () => true, means = (text) => text === value }: DraftRules = {},
): DraftField => {
  const [typed, setTyped] = useState<Typed>()
  const writeFit = (text: string) => {
    if (!isFit(text)) return
    setTyped({ text, isWritten: true })
    if (text !== value) write(text)
  }
  const [draft] = useState(() => new Draft())
  useEffect(() => draft.writeWith(writeFit))
  useEffect(() => () => draft.settle(), [draft])
  const isShown = typed !== undefined && (!typed.isWritten || means(typed.text, value))
  return {
    text: isShown ? typed.text : value,
    type: (text) => {
      setTyped({ text, isWritten: false })
      draft.type(text)
    },
    settle: () => {
      draft.settle()
      if (typed !== undefined && isFit(typed.text)) setTyped(undefined)
    },
  }
}
