import { Button } from '@mantine/core'
import type { Variable } from '@tenon/orchestration'
import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { flushSync } from 'react-dom'
import { readVariable } from '../../../api/variables.ts'
import { ActionFailure } from '../../../parts/action-failure.tsx'
import { requestWords } from '../../words.ts'
import { prettyJson } from '../pretty-json.ts'
import type { Asked } from '../use-selection.ts'
import { useWhenAsked } from '../use-when-asked.ts'
import { useKeptDraft } from './use-kept-draft.ts'
import { ValueForm, type ValueDraft } from './value-form.tsx'
import { VariableValue } from './variable-value.tsx'
import classes from './variables.module.css'

const words = requestWords.variables
const number = new Intl.NumberFormat('en')

/** In a longer text nobody finds what to change, and typing becomes slow. */
const changedCharactersMax = 100_000

const drafts = new Map<string, ValueDraft>()

interface VariableItemProps {
  readonly variable: Variable
  readonly isChangeable: boolean
  readonly asked: Asked | undefined
}

/** A variable with its value, which is changed in its place. */
export const VariableItem = ({ variable, isChangeable, asked }: VariableItemProps) => {
  const { variableKey, name, scopeKey } = variable
  const button = useRef<HTMLButtonElement>(null)
  const [draft, setDraft] = useKeptDraft(drafts, variableKey)
  // What the page has may be cut, or older than what the server has.
  const begin = useMutation({
    mutationFn: () => readVariable(variableKey),
    onSuccess: ({ value: before }) => {
      if (!isTooLong(before)) setDraft({ before, text: prettyJson(before) })
    },
  })
  const end = () => {
    flushSync(() => setDraft(undefined))
    button.current?.focus()
  }
  const place = useRef<HTMLLIElement>(null)
  useWhenAsked(asked, { part: 'variables', key: scopeKey, variable: name }, () => {
    if (draft === undefined) begin.mutate()
    else place.current?.querySelector('textarea')?.focus()
  })
  if (draft !== undefined) {
    const type = (text: string) => setDraft({ ...draft, text })
    return (
      <li ref={place} className={classes.variable}>
        <span className={classes.name}>{name}</span>
        <ValueForm variable={variable} draft={draft} onType={type} onEnd={end} />
      </li>
    )
  }
  return (
    <li className={classes.variable}>
      <VariableValue variable={variable}>
        {isChangeable && (
          <Button
            ref={button}
            size="compact-xs"
            variant="subtle"
            aria-label={words.changeOf(name)}
            loading={begin.isPending}
            onClick={() => begin.mutate()}
          >
            {words.change}
          </Button>
        )}
      </VariableValue>
      {begin.error !== null && <ActionFailure what={words.notRead} error={begin.error} />}
      {begin.data !== undefined && isTooLong(begin.data.value) && (
        <p className={classes.failure} role="alert">
          {words.tooLong(number.format(changedCharactersMax), scopeKey)}
        </p>
      )}
    </li>
  )
}

const isTooLong = (value: string): boolean => value.length > changedCharactersMax
