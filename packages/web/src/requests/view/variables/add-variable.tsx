import { Button, TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { requestWords } from '../../words.ts'
import { DraftForm } from './draft-form.tsx'
import { draftKeys } from './draft-keys.ts'
import type { Asked } from '../use-selection.ts'
import { useWhenAsked } from '../use-when-asked.ts'
import { useAddVariable } from './use-add-variable.ts'
import { useKeptDraft } from './use-kept-draft.ts'
import { ValueField } from './value-field.tsx'
import { nameProblem, valueProblem } from './variable-problem.ts'
import classes from './variables.module.css'

const words = requestWords.variables

type Draft = Readonly<Record<'name' | 'value', string>>

const drafts = new Map<string, Draft>()

interface AddVariableProps {
  readonly processInstanceKey: string
  /** Whether one can be added; what was typed already is not taken away. */
  readonly isActive: boolean
  /** A name that the Request lacks. */
  readonly missing: string | undefined
  readonly asked: Asked | undefined
}

/** Adds a variable to the Request. */
export const AddVariable = ({ processInstanceKey, isActive, missing, asked }: AddVariableProps) => {
  const button = useRef<HTMLButtonElement>(null)
  const [draft, setDraft] = useKeptDraft(drafts, processInstanceKey)
  const end = () => {
    flushSync(() => setDraft(undefined))
    button.current?.focus()
  }
  const isThere = isActive && missing !== undefined
  const part = { part: 'variables', key: processInstanceKey, variable: missing, isThere } as const
  useWhenAsked(asked, part, () => {
    if (missing !== undefined && !isTyped(draft)) setDraft({ name: missing, value: '' })
  })
  if (draft !== undefined) {
    return (
      <AddForm
        processInstanceKey={processInstanceKey}
        draft={draft}
        onType={setDraft}
        onEnd={end}
      />
    )
  }
  if (!isActive) return null
  return (
    <Button
      ref={button}
      className={classes.add}
      variant="default"
      onClick={() => setDraft({ name: '', value: '' })}
    >
      {words.add}
    </Button>
  )
}

const isTyped = (draft: Draft | undefined): boolean =>
  draft !== undefined && draft.name + draft.value !== ''

interface AddFormProps {
  readonly processInstanceKey: string
  readonly draft: Draft
  readonly onType: (draft: Draft) => void
  readonly onEnd: () => void
}

const AddForm = ({ processInstanceKey, draft, onType, onEnd }: AddFormProps) => {
  const name = draft.name.trim()
  const nameField = useRef<HTMLInputElement>(null)
  const valueField = useRef<HTMLTextAreaElement>(null)
  const [isNameKnown] = useState(name !== '')
  const [problems, setProblems] = useState<Problems>(noProblems)
  const save = useAddVariable(processInstanceKey, onEnd)
  const isTaken = save.data === 'taken' && save.variables.name === name
  useEffect(() => (isNameKnown ? valueField : nameField).current?.focus(), [isNameKnown])
  const submit = () => {
    const found = problemsOf(draft)
    setProblems(found)
    if (!isWrong(found) && !save.isPending) save.mutate({ name, value: draft.value })
  }
  const type = (changed: Draft) => {
    onType(changed)
    // Nobody is told of a mistake while typing, but at once when it is mended.
    if (isWrong(problems)) setProblems(problemsOf(changed))
  }
  const press = draftKeys({ onSave: submit, onCancel: onEnd })
  return (
    <DraftForm
      label={words.add}
      isSaving={save.isPending}
      error={save.error}
      onSave={submit}
      onCancel={onEnd}
    >
      <TextInput
        ref={nameField}
        classNames={{ input: classes.text ?? '' }}
        label={words.name}
        error={isTaken ? words.nameTaken(name) : problems.name}
        value={draft.name}
        readOnly={save.isPending}
        spellCheck={false}
        onChange={({ currentTarget }) => type({ ...draft, name: currentTarget.value })}
        onKeyDown={press}
      />
      <ValueField
        ref={valueField}
        label={words.value}
        description={words.valueHint}
        problem={problems.value}
        value={draft.value}
        isReadOnly={save.isPending}
        onChange={(value) => type({ ...draft, value })}
        onKeyDown={press}
      />
    </DraftForm>
  )
}

/** What is wrong with each field. */
type Problems = Readonly<Record<keyof Draft, string | undefined>>

const noProblems: Problems = { name: undefined, value: undefined }

const problemsOf = ({ name, value }: Draft): Problems => ({
  name: nameProblem(name),
  value: valueProblem(value),
})

const isWrong = ({ name, value }: Problems): boolean => name !== undefined || value !== undefined
