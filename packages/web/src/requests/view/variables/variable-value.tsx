import { Button, CopyButton } from '@mantine/core'
import type { Variable } from '@tenon/orchestration'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { failureReason } from '../../../api/failure.ts'
import { requestWords } from '../../words.ts'
import { prettyJson } from '../pretty-json.ts'
import { wholeVariableQuery } from '../queries.ts'
import classes from './variables.module.css'

const words = requestWords.variables

/** More lines are shown when they are asked for. */
const linesMax = 8
const charactersMax = 600

interface VariableValueProps {
  readonly variable: Variable
  /** What else can be done with it, beside its name. */
  readonly children: ReactNode
}

/** A name and its value, of which a long one is shown in part until all is asked for. */
export const VariableValue = ({ variable, children }: VariableValueProps) => {
  const [isWhole, setIsWhole] = useState(false)
  const whole = useQuery({
    ...wholeVariableQuery(variable.processInstanceKey, variable.variableKey),
    enabled: isWhole && variable.isTruncated,
  })
  const value = prettyJson((isWhole ? whole.data : undefined)?.value ?? variable.value)
  const short = shortened(value)
  const isLong = variable.isTruncated || short !== value
  return (
    <div className={classes.shown} data-whole={isWhole || undefined}>
      <div className={classes.head}>
        <span className={classes.name}>{variable.name}</span>
        <div className={classes.actions}>
          {/* Browsers give a page the clipboard over HTTPS and on this machine only. */}
          {isSecureContext && (!variable.isTruncated || whole.data !== undefined) && (
            <CopyButton value={whole.data?.value ?? variable.value}>
              {({ copied, copy }) => (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  aria-label={copied ? words.copied : words.copy(variable.name)}
                  onClick={copy}
                >
                  {copied ? words.copied : words.copyShort}
                </Button>
              )}
            </CopyButton>
          )}
          {children}
        </div>
      </div>
      <pre className={classes.value}>
        {isWhole ? value : short}
        {isLong && (!isWhole || (whole.isPending && variable.isTruncated)) && '…'}
      </pre>
      {whole.error !== null && (
        <p className={classes.failure} role="alert">
          {failureReason(whole.error, location.origin)}
        </p>
      )}
      {isLong && (
        <Button
          size="compact-xs"
          variant="subtle"
          aria-expanded={isWhole}
          loading={isWhole && whole.isFetching && whole.data === undefined}
          onClick={() => setIsWhole(!isWhole)}
        >
          {isWhole ? words.showLess : words.showAll}
        </Button>
      )}
    </div>
  )
}

const shortened = (value: string): string =>
  value.split('\n', linesMax).join('\n').slice(0, charactersMax)
