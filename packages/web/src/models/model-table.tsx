import type { ModelSummary } from '../api/models.ts'
import { Section } from '../parts/section.tsx'
import table from '../parts/table.module.css'
import { useNow } from '../time/use-now.ts'
import { directionOf, nextSort, type Column, type Sort } from './list-search.ts'
import { ModelRow, type ModelRowActions } from './model-row.tsx'
import classes from './model-table.module.css'
import { modelsWords } from './words.ts'

const { columns } = modelsWords

interface ModelTableProps extends ModelRowActions {
  readonly models: readonly ModelSummary[]
  readonly sort: Sort
  readonly onSort: (sort: Sort) => void
}

export const ModelTable = ({ models, sort, onSort, ...actions }: ModelTableProps) => {
  const now = useNow()
  const head = (column: Column) => (
    <SortHead column={column} sort={sort} onSort={onSort} key={column} />
  )
  return (
    <Section title={modelsWords.title} isTitleHidden>
      <table className={`${table.table} ${classes.table}`}>
        <thead>
          <tr>
            {head('name')}
            {head('state')}
            {head('changed')}
            <th scope="col">
              <span className={classes.hidden}>{columns.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {models.map((model) => (
            <ModelRow key={model.id} model={model} now={now} {...actions} />
          ))}
        </tbody>
      </table>
    </Section>
  )
}

interface SortHeadProps {
  readonly column: Column
  readonly sort: Sort
  readonly onSort: (sort: Sort) => void
}

const SortHead = ({ column, sort, onSort }: SortHeadProps) => {
  const direction = directionOf(sort, column)
  return (
    <th scope="col" aria-sort={direction} data-column={column}>
      <button
        className={classes.sort}
        type="button"
        onClick={() => {
          onSort(nextSort(sort, column))
        }}
      >
        {columns[column]}
        <svg width="8" height="8" viewBox="0 0 8 8" aria-hidden="true" data-direction={direction}>
          <path d="M1 5.5L4 2l3 3.5z" />
        </svg>
      </button>
    </th>
  )
}
