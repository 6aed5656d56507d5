import { Anchor, Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { failureReason } from '../api/failure.ts'
import { Bar } from '../parts/bar.tsx'
import classes from './model-bars.module.css'
import type { Actions } from './use-actions.ts'
import type { Import, ImportReport } from './use-import.ts'
import type { useRemoval } from './use-removal.ts'
import { importWords, modelsWords } from './words.ts'

interface ModelBarsProps {
  readonly actions: Actions
  readonly removal: ReturnType<typeof useRemoval>
  readonly imports: Import
}

/** What has just happened to models: failures, imports, and what can be undone. */
export const ModelBars = ({ actions, removal, imports }: ModelBarsProps) => (
  <div className={classes.bars}>
    {actions.failed !== undefined && (
      <Bar role="alert" onClose={actions.forget}>
        <strong>{actions.failed.what}</strong>
        <span>{failureReason(actions.failed.error, location.origin)}</span>
      </Bar>
    )}
    {imports.count > 0 && <Bar role="status">{importWords.busy(imports.count)}</Bar>}
    {imports.report !== undefined && <Report report={imports.report} onClose={imports.forget} />}
    {removal.removed.length > 0 && <Removed removal={removal} />}
  </div>
)

const Removed = ({ removal }: Pick<ModelBarsProps, 'removal'>) => {
  const { removed, undo, forget } = removal
  const button = useRef<HTMLButtonElement>(null)
  // The row that had the focus is gone.
  useEffect(() => {
    if (removed.length > 0) button.current?.focus({ preventScroll: true })
  }, [removed.length])
  return (
    <Bar role="status" onClose={forget}>
      <span>{modelsWords.removed(removed.map(({ name }) => name))}</span>
      <Button ref={button} size="compact-md" variant="default" onClick={() => void undo()}>
        {modelsWords.undo}
      </Button>
    </Bar>
  )
}

interface ReportProps {
  readonly report: ImportReport
  readonly onClose: () => void
}

const Report = ({ report: { imported, refused }, onClose }: ReportProps) => (
  <Bar role={refused.length > 0 ? 'alert' : 'status'} onClose={onClose}>
    <div className={classes.report}>
      {imported.length > 0 && (
        <p className={classes.line}>
          {importWords.imported(imported.length)}:{' '}
          {imported.map(({ id, name }, index) => (
            <span key={id}>
              {index > 0 && ', '}
              <Anchor
                renderRoot={(props) => (
                  <Link to="/models/$modelId" params={{ modelId: id }} {...props} />
                )}
              >
                {name}
              </Anchor>
            </span>
          ))}
        </p>
      )}
      {refused.length > 0 && (
        <>
          <strong>{importWords.refused(refused.length)}</strong>
          <ul className={classes.refused}>
            {refused.map(({ place, file, problem }) => (
              <li key={place}>
                <span className={classes.file}>{file}</span>: {problem}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  </Bar>
)
