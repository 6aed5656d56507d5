import type { Page, ProcessDefinition } from '@tenon/orchestration'
import { LoadingRows } from '../parts/loading-rows.tsx'
import { Section } from '../parts/section.tsx'
import table from '../parts/table.module.css'
import { words } from '../words.ts'
import { countNote } from './count-note.ts'

const { title, columns, loading } = words.definitions

/** The latest version of each process; undefined while it is not known. */
export const Definitions = ({ page }: { readonly page: Page<ProcessDefinition> | undefined }) => (
  <Section title={title} note={countNote(page)}>
    {page === undefined ? <LoadingRows label={loading} /> : <DefinitionTable items={page.items} />}
  </Section>
)

const DefinitionTable = ({ items }: { readonly items: readonly ProcessDefinition[] }) => (
  <table className={table.table}>
    <thead>
      <tr>
        <th scope="col">{columns.name}</th>
        <th className={table.number} scope="col">
          {columns.version}
        </th>
        <th scope="col">{columns.resource}</th>
      </tr>
    </thead>
    <tbody>
      {items.map((definition) => (
        <DefinitionRow key={definition.processDefinitionKey} definition={definition} />
      ))}
    </tbody>
  </table>
)

const DefinitionRow = ({ definition }: { readonly definition: ProcessDefinition }) => (
  <tr>
    <th scope="row">
      <span className={table.name}>{definition.name ?? definition.processDefinitionId}</span>
      {definition.name !== null && (
        <span className={table.quiet}>{definition.processDefinitionId}</span>
      )}
    </th>
    <td className={table.number}>{definition.version}</td>
    <td className={table.quiet}>{definition.resourceName}</td>
  </tr>
)
