import { VisuallyHidden } from '@mantine/core'
import { describeFailure } from '../api/failure.ts'
import { FailureNotice } from '../parts/failure-notice.tsx'
import { words } from '../words.ts'
import { Definitions } from './definitions.tsx'
import { NothingDeployed } from './nothing-deployed.tsx'
import { Requests } from './requests.tsx'
import { useOverview } from './use-overview.ts'

/** What is deployed, and what runs. */
export const Overview = () => {
  const { definitions, requests, incidents, error } = useOverview()
  const isKnown = definitions !== undefined && requests !== undefined
  const isEmpty = isKnown && definitions.items.length === 0 && requests.items.length === 0
  return (
    <>
      <VisuallyHidden component="h1">{words.page}</VisuallyHidden>
      {error !== null && (
        <FailureNotice failure={describeFailure(error, location.origin)} isStale={isKnown} />
      )}
      {isEmpty && <NothingDeployed />}
      {!isEmpty && (isKnown || error === null) && (
        <>
          <Definitions page={definitions} />
          <Requests page={requests} incidents={incidents} example={definitions?.items[0]} />
        </>
      )}
    </>
  )
}
