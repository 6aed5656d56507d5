import { ActionIcon, Button, Menu } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useRef, useState, type RefObject } from 'react'
import type { ModelSummary } from '../api/models.ts'
import { Icon } from '../parts/icon.tsx'
import table from '../parts/table.module.css'
import { Ago } from '../time/ago.tsx'
import { modelState } from './model-state.ts'
import classes from './model-table.module.css'
import { NameField } from './name-field.tsx'
import { StateMark } from './state-mark.tsx'
import { modelsWords } from './words.ts'

export interface ModelRowActions {
  readonly onRun: (model: ModelSummary) => void
  /** Answers whether it was done. */
  readonly onRename: (model: ModelSummary, name: string) => Promise<boolean>
  readonly onExport: (model: ModelSummary) => void
  readonly onRemove: (model: ModelSummary) => void
}

interface ModelRowProps extends ModelRowActions {
  readonly model: ModelSummary
  /** Epoch milliseconds. */
  readonly now: number
}

export const ModelRow = ({ model, now, onRename, ...actions }: ModelRowProps) => {
  const [isRenaming, setIsRenaming] = useState(false)
  const more = useRef<HTMLButtonElement>(null)
  const state = <StateMark state={modelState(model)} />
  const changed = <Ago moment={model.updatedAt} now={now} />
  const endRenaming = () => {
    setIsRenaming(false)
    more.current?.focus()
  }
  return (
    <tr className={classes.row}>
      <th scope="row">
        {isRenaming ? (
          <NameField
            name={model.name}
            onSave={(name) => onRename(model, name)}
            onEnd={endRenaming}
          />
        ) : (
          <Link className={classes.name} to="/models/$modelId" params={{ modelId: model.id }}>
            {model.name}
          </Link>
        )}
        <span className={classes.below}>
          {state} <span className={table.quiet}>{changed}</span>
        </span>
      </th>
      <td data-column="state">{state}</td>
      <td className={table.time} data-column="changed">
        {changed}
      </td>
      <td className={classes.actions}>
        {model.deployed !== null && (
          <Button
            size="compact-md"
            variant="default"
            leftSection={<Icon name="run" />}
            aria-label={modelsWords.runOf(model.name)}
            onClick={() => {
              actions.onRun(model)
            }}
          >
            {modelsWords.run}
          </Button>
        )}
        <RowMenu
          model={model}
          target={more}
          onRename={() => {
            setIsRenaming(true)
          }}
          {...actions}
        />
      </td>
    </tr>
  )
}

interface RowMenuProps extends Pick<ModelRowActions, 'onExport' | 'onRemove'> {
  readonly model: ModelSummary
  readonly target: RefObject<HTMLButtonElement | null>
  readonly onRename: () => void
}

const RowMenu = ({ model, target, onRename, onExport, onRemove }: RowMenuProps) => (
  <Menu>
    <Menu.Target>
      <ActionIcon
        ref={target}
        variant="subtle"
        color="gray"
        aria-label={modelsWords.more(model.name)}
      >
        <Icon name="more" />
      </ActionIcon>
    </Menu.Target>
    <Menu.Dropdown>
      <Menu.Item leftSection={<Icon name="rename" />} onClick={onRename}>
        {modelsWords.rename}
      </Menu.Item>
      <Menu.Item
        leftSection={<Icon name="download" />}
        onClick={() => {
          onExport(model)
        }}
      >
        {modelsWords.export}
      </Menu.Item>
      <Menu.Item
        leftSection={<Icon name="remove" />}
        onClick={() => {
          onRemove(model)
        }}
      >
        {modelsWords.remove}
      </Menu.Item>
    </Menu.Dropdown>
  </Menu>
)
