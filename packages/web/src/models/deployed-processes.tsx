import type { ProcessDefinition } from '@tenon/orchestration'
import { Button } from '@mantine/core'
import { Icon } from '../parts/icon.tsx'
import { Section } from '../parts/section.tsx'
import table from '../parts/table.module.css'
import classes from './model-table.module.css'
import { modelsWords } from './words.ts'

const { title, hint, columns, copy, copyOf } = modelsWords.processes

interface DeployedProcessesProps {
  /** The latest version of each. */
  readonly definitions: readonly ProcessDefinition[]
  readonly onRun: (definition: ProcessDefinition) => void
  readonly onCopy: (definition: ProcessDefinition) => void
}

/** What was deployed without a model. */
export const DeployedProcesses = ({ definitions, ...actions }: DeployedProcessesProps) => (
  <Section title={title} note={hint}>
    <table className={`${table.table} ${classes.table}`}>
      <thead>
        <tr>
          <th scope="col">{columns.name}</th>
          <th scope="col" data-column="version">
            {columns.version}
          </th>
          <th scope="col">
            <span className={classes.hidden}>{columns.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {definitions.map((definition) => (
          <ProcessRow key={definition.processDefinitionKey} definition={definition} {...actions} />
        ))}
      </tbody>
    </table>
  </Section>
)

interface ProcessRowProps extends Omit<DeployedProcessesProps, 'definitions'> {
  readonly definition: ProcessDefinition
}

const ProcessRow = ({ definition, onRun, onCopy }: ProcessRowProps) => {
  const { name, processDefinitionId, version } = definition
  const shown = name ?? processDefinitionId
  return (
    <tr>
      <th scope="row">
        <span className={table.name}>{shown}</span>
        <span className={table.quiet}>
          {name !== null && processDefinitionId} <span className={classes.inline}>v{version}</span>
        </span>
      </th>
      <td className={table.digits} data-column="version">
        v{version}
      </td>
      <td className={classes.actions}>
        <Button
          size="compact-md"
          variant="default"
          leftSection={<Icon name="run" />}
          aria-label={modelsWords.runOf(shown)}
          onClick={() => {
            onRun(definition)
          }}
        >
          {modelsWords.run}
        </Button>
        <Button
          size="compact-md"
          variant="default"
          leftSection={<Icon name="copy" />}
          aria-label={copyOf(shown)}
          onClick={() => {
            onCopy(definition)
          }}
        >
          {copy}
        </Button>
      </td>
    </tr>
  )
}
