import { Anchor, Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
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
      <Bar role="alert" closeLabel={modelsWords.close} onClose={actions.forget}>
        <strong>{actions.failed.what}</strong>
        <span>{failureReason(actions.failed.error, location.origin)}</span>
      </Bar>
    )}
    {imports.report !== undefined && <Report report={imports.report} onClose={imports.forget} />}
    {removal.removed.length > 0 && (
      <Bar role="status" closeLabel={modelsWords.close} onClose={removal.forget}>
        <span>{modelsWords.removed(removal.removed.map(({ name }) => name))}</span>
        <Button size="compact-md" variant="subtle" onClick={() => void removal.undo()}>
          {modelsWords.undo}
        </Button>
      </Bar>
    )}
  </div>
)

interface ReportProps {
  readonly report: ImportReport
  readonly onClose: () => void
}

const Report = ({ report: { imported, refused }, onClose }: ReportProps) => (
  <Bar
    role={refused.length > 0 ? 'alert' : 'status'}
    closeLabel={modelsWords.close}
    onClose={onClose}
  >
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
