import { Button } from '@mantine/core'
import type { ModelSummary } from '../api/models.ts'
import { arrangeModels } from './arrange-models.ts'
import { sortDefault, type ListSearch } from './list-search.ts'
import classes from './model-list.module.css'
import type { ModelRowActions } from './model-row.tsx'
import { ModelTable } from './model-table.tsx'
import { modelsWords } from './words.ts'

interface ModelListProps extends ModelRowActions {
  readonly models: readonly ModelSummary[]
  readonly search: ListSearch
  readonly onSearch: (part: ListSearch) => void
}

/** The models that the address asks for, in the order it asks for. */
export const ModelList = ({ models, search, onSearch, ...actions }: ModelListProps) => {
  const shown = arrangeModels(models, search)
  if (shown.length === 0) {
    return (
      <div className={classes.none} role="status">
        <p className={classes.text}>{modelsWords.none(search.filter ?? '')}</p>
        <Button
          variant="default"
          onClick={() => {
            onSearch({ filter: '' })
          }}
        >
          {modelsWords.showAll}
        </Button>
      </div>
    )
  }
  return (
    <ModelTable
      models={shown}
      sort={search.sort ?? sortDefault}
      onSort={(sort) => {
        onSearch({ sort })
      }}
      {...actions}
    />
  )
}
