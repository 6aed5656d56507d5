import type { Variable } from '@tenon/orchestration'
import { useEffect, useState } from 'react'
import { useSelectedNull } from '../../../run/use-selected-null.ts'
import { requestWords } from '../../words.ts'
import { prettyJson } from '../pretty-json.ts'
import { DraftForm } from './draft-form.tsx'
import { draftKeys } from './draft-keys.ts'
import { useSetVariable } from './use-set-variable.ts'
import { ValueField } from './value-field.tsx'
import { valueProblem } from './variable-problem.ts'

const words = requestWords.variables

/** A value while it is changed. */
export interface ValueDraft {
  /** Its whole JSON text as it was. */
  readonly before: string
  readonly text: string
}

interface ValueFormProps {
  /** As it is now. */
  readonly variable: Variable
  readonly draft: ValueDraft
  readonly onType: (text: string) => void
  /** It was saved, or is left as it was. */
  readonly onEnd: () => void
}

export const ValueForm = ({ variable, draft, onType, onEnd }: ValueFormProps) => {
  const { name, scopeKey, processInstanceKey } = variable
  const field = useSelectedNull(prettyJson(draft.before))
  const [problem, setProblem] = useState<string>()
  const save = useSetVariable({ processInstanceKey, scopeKey, onSaved: onEnd })
  useEffect(() => field.current?.focus(), [field])
  const submit = () => {
    const found = valueProblem(draft.text)
    setProblem(found)
    if (found !== undefined || save.isPending) return
    if (prettyJson(draft.text) === prettyJson(draft.before)) onEnd()
    else save.mutate({ name, value: draft.text })
  }
  const type = (text: string) => {
    onType(text)
    // Nobody is told of a mistake while typing, but at once when it is mended.
    if (problem !== undefined) setProblem(valueProblem(text))
  }
  return (
    <DraftForm
      label={words.changeOf(name)}
      isSaving={save.isPending}
      error={save.error}
      onSave={submit}
      onCancel={onEnd}
    >
      <ValueField
        ref={field}
        aria-label={words.valueOf(name)}
        description={save.isPending ? undefined : noteOf(variable, draft)}
        problem={problem}
        value={draft.text}
        isReadOnly={save.isPending}
        onChange={type}
        onKeyDown={draftKeys({ onSave: submit, onCancel: onEnd })}
      />
    </DraftForm>
  )
}

/** What is to be known before it is saved. */
const noteOf = (now: Variable, { before }: ValueDraft): string | undefined => {
  const isAsBefore = now.isTruncated ? before.startsWith(now.value) : before === now.value
  if (!isAsBefore) return words.changedMeanwhile
  return before.includes('{{secrets.') ? words.secretIsText : undefined
}
