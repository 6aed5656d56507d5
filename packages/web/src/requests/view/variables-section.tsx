import { TextInput } from '@mantine/core'
import type { Page, Variable } from '@tenon/orchestration'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { describeFailure } from '../../api/failure.ts'
import { FailureNotice } from '../../parts/failure-notice.tsx'
import { LoadingRows } from '../../parts/loading-rows.tsx'
import { Section } from '../../parts/section.tsx'
import { requestWords } from '../words.ts'
import { variablesQuery } from './queries.ts'
import { VariableList } from './variable-list.tsx'
import classes from './variables.module.css'

const words = requestWords.variables

/** The variables of the Request itself. */
export const VariablesSection = ({
  processInstanceKey,
}: {
  readonly processInstanceKey: string
}) => {
  const [text, setText] = useState('')
  const all = useQuery(variablesQuery(processInstanceKey, processInstanceKey))
  const isCut = all.data !== undefined && all.data.page.totalItems > all.data.items.length
  const found = useQuery({
    ...variablesQuery(processInstanceKey, processInstanceKey, text),
    enabled: isCut && text !== '',
    placeholderData: keepPreviousData,
  })
  const page = isCut && text !== '' ? found.data : all.data
  const error = all.error ?? found.error
  return (
    <Section title={words.title}>
      {all.isPending && <LoadingRows label={words.loading} />}
      {error !== null && (
        <FailureNotice failure={describeFailure(error, location.origin)} isStale={all.isSuccess} />
      )}
      {all.data?.items.length === 0 && <p className={classes.note}>{words.empty}</p>}
      {page !== undefined && all.data !== undefined && all.data.items.length > 0 && (
        <>
          <TextInput
            className={classes.filter}
            aria-label={words.filter}
            placeholder={words.filter}
            value={text}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
          />
          <Found page={page} text={text} />
        </>
      )}
    </Section>
  )
}

const Found = ({ page, text }: { readonly page: Page<Variable>; readonly text: string }) => {
  const wanted = text.toLowerCase()
  const shown = page.items.filter(({ name }) => name.toLowerCase().includes(wanted))
  return (
    <>
      {shown.length === 0 && <p className={classes.note}>{words.noMatch}</p>}
      <VariableList variables={shown} />
      {page.page.totalItems > page.items.length && (
        <p className={classes.note}>{words.cut(String(page.items.length))}</p>
      )}
    </>
  )
}
