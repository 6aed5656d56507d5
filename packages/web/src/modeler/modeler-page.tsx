import { Button } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { describeFailure } from '../api/failure.ts'
import { FailureNotice } from '../parts/failure-notice.tsx'
import { LoadingRows } from '../parts/loading-rows.tsx'
import { Page } from '../parts/page.tsx'
import { ModelEditor } from './model-editor.tsx'
import classes from './modeler.module.css'
import { useStoredModel } from './use-stored-model.ts'
import { modelerWords } from './words.ts'

/** The model of the address, opened; opened again when a newer one is to be loaded. */
export const ModelerPage = () => {
  const { modelId } = useParams({ from: '/models/$modelId' })
  return <StoredModel key={modelId} modelId={modelId} />
}

const StoredModel = ({ modelId }: { readonly modelId: string }) => {
  const { stored, readAgain } = useStoredModel(modelId)
  switch (stored.kind) {
    case 'reading':
      return <LoadingRows label={modelerWords.loading} />
    case 'read':
      return <ModelEditor key={stored.reading} model={stored.model} reload={readAgain} />
    case 'failed':
      return (
        <Page>
          <h1 className={classes.brokenTitle}>{modelerWords.unread}</h1>
          <FailureNotice failure={describeFailure(stored.error, location.origin)} isStale={false} />
          <div>
            <Button variant="default" onClick={readAgain}>
              {modelerWords.again}
            </Button>
          </div>
        </Page>
      )
  }
}
