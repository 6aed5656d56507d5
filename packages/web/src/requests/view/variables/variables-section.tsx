import { TextInput } from '@mantine/core'
import type { Page, ProcessInstance, Variable } from '@tenon/orchestration'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { describeFailure } from '../../../api/failure.ts'
import { FailureNotice } from '../../../parts/failure-notice.tsx'
import { LoadingRows } from '../../../parts/loading-rows.tsx'
import { Section } from '../../../parts/section.tsx'
import { requestWords } from '../../words.ts'
import { variablesQuery } from '../queries.ts'
import { inOrder } from '../in-order.ts'
import type { Asked } from '../use-selection.ts'
import { useWhenAsked } from '../use-when-asked.ts'
import { AddVariable } from './add-variable.tsx'
import { VariableList } from './variable-list.tsx'
import classes from './variables.module.css'

const words = requestWords.variables

interface VariablesSectionProps {
  readonly request: ProcessInstance
  readonly asked: Asked | undefined
}

/** The variables of the Request itself. */
export const VariablesSection = ({ request, asked }: VariablesSectionProps) => {
  const { processInstanceKey } = request
  const isActive = request.state === 'ACTIVE'
  const place = useRef<HTMLElement>(null)
  useWhenAsked(asked, { part: 'variables', key: processInstanceKey }, () => place.current?.focus())
  const [text, setText] = useFilter(asked)
  const all = useQuery(variablesQuery(processInstanceKey, processInstanceKey))
  const isCut = all.data !== undefined && all.data.page.totalItems > all.data.items.length
  const found = useQuery({
    ...variablesQuery(processInstanceKey, processInstanceKey, text),
    enabled: isCut && text !== '',
    placeholderData: keepPreviousData,
  })
  const page = isCut && text !== '' ? found.data : all.data
  const error = all.error ?? found.error
  const isEmpty = all.data?.items.length === 0
  const first =
    asked?.part === 'variables' && asked.key === processInstanceKey ? asked.variable : undefined
  const isMissing = all.data?.items.every(({ name }) => name !== first) === true
  return (
    <Section title={words.title} ref={place}>
      {all.isPending && <LoadingRows label={words.loading} />}
      {error !== null && (
        <FailureNotice failure={describeFailure(error, location.origin)} isStale={all.isSuccess} />
      )}
      {isEmpty && <p className={classes.note}>{words.empty}</p>}
      {all.data !== undefined && (
        <div className={classes.tools}>
          {!isEmpty && (
            <TextInput
              className={classes.filter ?? ''}
              aria-label={words.filter}
              placeholder={words.filter}
              value={text}
              onChange={({ currentTarget }) => setText(currentTarget.value)}
            />
          )}
          <AddVariable
            {...{ processInstanceKey, isActive, asked }}
            missing={isMissing ? first : undefined}
          />
        </div>
      )}
      {page !== undefined && !isEmpty && (
        <Found {...{ page, text, asked, first }} isChangeable={isActive} />
      )}
    </Section>
  )
}

/** What somebody looks for by its name; whoever is led to one sees it. */
const useFilter = (asked: Asked | undefined) => {
  const [filter, setFilter] = useState({ text: '', asked })
  const setText = (text: string) => setFilter({ text, asked })
  return [filter.asked === asked ? filter.text : '', setText] as const
}

interface FoundProps {
  readonly page: Page<Variable>
  readonly text: string
  readonly asked: Asked | undefined
  /** The name of the one that comes first. */
  readonly first: string | undefined
  readonly isChangeable: boolean
}

const Found = ({ page, text, asked, first, isChangeable }: FoundProps) => {
  const wanted = text.toLowerCase()
  const shown = page.items.filter(({ name }) => name.toLowerCase().includes(wanted))
  return (
    <>
      {shown.length === 0 && <p className={classes.note}>{words.noMatch}</p>}
      <VariableList
        variables={inOrder(shown, first === undefined ? [] : [first])}
        isChangeable={isChangeable}
        asked={asked}
      />
      {page.page.totalItems > page.items.length && (
        <p className={classes.note}>{words.cut(String(page.items.length))}</p>
      )}
    </>
  )
}
