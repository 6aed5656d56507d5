import { Button, CopyButton } from '@mantine/core'
import type { Incident, ProcessInstance } from '@tenon/orchestration'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { modelsQuery } from '../../api/queries.ts'
import { Ago } from '../../time/ago.tsx'
import { useNow } from '../../time/use-now.ts'
import { RunDialog } from '../../run/run-dialog.tsx'
import { CancelDialog } from '../cancel-dialog.tsx'
import { durationOf } from '../duration.ts'
import { requestState } from '../request-state.ts'
import { StateLabel } from '../state-label.tsx'
import { requestWords } from '../words.ts'
import classes from './request-head.module.css'
import { RetryButton } from './retry-button.tsx'

const words = requestWords.head

interface RequestHeadProps {
  readonly request: ProcessInstance
  /** Those that are open. */
  readonly incidents: readonly Incident[]
}

/** What the Request is, how it stands, and what can be done with it. */
export const RequestHead = ({ request, incidents }: RequestHeadProps) => (
  <header className={classes.head}>
    <div className={classes.what}>
      <Link className={classes.back} to="/requests">
        {words.back}
      </Link>
      <h1 className={classes.title}>
        {request.processDefinitionName ?? request.processDefinitionId}
      </h1>
      <StateLabel state={requestState(request)} />
      <Actions request={request} incidents={incidents} />
    </div>
    <Facts request={request} />
  </header>
)

const Facts = ({ request }: { readonly request: ProcessInstance }) => {
  const isRunning = request.endDate === null
  const now = useNow(isRunning ? 1_000 : undefined)
  return (
    <dl className={classes.facts}>
      <div>
        <dt>{words.started}</dt>
        <dd>
          <Ago moment={request.startDate} now={now} />
        </dd>
      </div>
      <div>
        <dt>{isRunning ? words.runsFor : words.took}</dt>
        <dd>{durationOf(request, now)}</dd>
      </div>
      <div>
        <dt>{words.processVersion}</dt>
        <dd>{request.processDefinitionVersion}</dd>
      </div>
      <div>
        <dt>{words.key}</dt>
        <dd>
          <Key text={request.processInstanceKey} />
        </dd>
      </div>
    </dl>
  )
}

const Key = ({ text }: { readonly text: string }) => (
  <>
    {text}
    {/* Browsers give a page the clipboard over HTTPS and on this machine only. */}
    {isSecureContext && (
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={copied ? words.copied : words.copyKey}
            onClick={copy}
          >
            {copied ? words.copied : words.copy}
          </Button>
        )}
      </CopyButton>
    )}
  </>
)

const Actions = ({ request, incidents }: RequestHeadProps) => {
  const [isAsking, setIsAsking] = useState(false)
  const models = useQuery(modelsQuery()).data
  const model = models?.find(
    ({ deployed }) => deployed?.processDefinitionId === request.processDefinitionId,
  )
  return (
    <div className={classes.actions}>
      {incidents.length > 1 && (
        <RetryButton
          processInstanceKey={request.processInstanceKey}
          incidents={incidents}
          size="compact-md"
        />
      )}
      {model !== undefined && (
        <Button
          size="compact-md"
          variant="default"
          renderRoot={(props) => (
            <Link to="/models/$modelId" params={{ modelId: model.id }} {...props} />
          )}
        >
          {words.openModel}
        </Button>
      )}
      <RunAgain request={request} />
      {request.state === 'ACTIVE' && (
        <>
          <Button size="compact-md" variant="default" onClick={() => setIsAsking(true)}>
            {words.cancel}
          </Button>
          <CancelDialog
            keys={[request.processInstanceKey]}
            isOpen={isAsking}
            onClose={() => setIsAsking(false)}
          />
        </>
      )}
    </div>
  )
}

/** Asks for the variables that the process was started with last. */
const RunAgain = ({ request }: { readonly request: ProcessInstance }) => {
  const [isAsking, setIsAsking] = useState(false)
  const { processDefinitionKey, processDefinitionId, processDefinitionName } = request
  const name = processDefinitionName ?? processDefinitionId
  return (
    <>
      <Button size="compact-md" variant="default" onClick={() => setIsAsking(true)}>
        {words.runAgain}
      </Button>
      <RunDialog
        process={{ processDefinitionKey, processDefinitionId, name }}
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
      />
    </>
  )
}
