import { Menu } from '@mantine/core'
import type { ElementTemplate, TemplateReference } from '@tenon/templates'
import type { DiagramElement } from '../../canvas/services.ts'
import { usePanel } from '../panel-context.ts'
import { panelWords } from '../words.ts'
import classes from './connector-head.module.css'
import { ConnectorIcon } from './connector-icon.tsx'
import { versionText } from './template-version.ts'

const words = panelWords.connector

interface ConnectorHeadProps {
  readonly element: DiagramElement
  readonly reference: TemplateReference
  /** Of the version that the element has, or else of another one; for name and icon. */
  readonly template: ElementTemplate | undefined
  readonly update: (() => void) | undefined
  readonly updateVersion: number | undefined
  readonly onChange: () => void
}

/** Which connector it is, in which version, and what can be done about that. */
export const ConnectorHead = (props: ConnectorHeadProps) => {
  const { reference, template, updateVersion } = props
  return (
    <header>
      <div className={classes.head}>
        <ConnectorIcon template={template} />
        <div className={classes.names}>
          <h2 className={classes.name}>{template?.name ?? reference.id}</h2>
          <div className={classes.version}>
            {reference.version === undefined
              ? words.noVersion
              : words.version(versionText(reference.version))}
          </div>
        </div>
        <ConnectorMenu {...props} />
      </div>
      {template?.deprecated !== undefined && template.deprecated !== false && (
        <p className={classes.note}>{deprecation(template.deprecated)}</p>
      )}
      {props.update !== undefined && updateVersion !== undefined && (
        <div className={classes.update}>
          <span>{words.updateWaits(versionText(updateVersion))}</span>
          <button type="button" className={classes.button} onClick={props.update}>
            {words.update}
          </button>
        </div>
      )}
    </header>
  )
}

const deprecation = (deprecated: true | { readonly message?: string }): string =>
  (deprecated === true ? undefined : deprecated.message) ?? words.deprecated

const ConnectorMenu = ({ element, template, onChange }: ConnectorHeadProps) => {
  const { modeler } = usePanel()
  const documentation = template?.documentationRef
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <button type="button" className={classes.menu} aria-label={words.menu}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <circle cx="3.5" cy="8" r="1.25" />
            <circle cx="8" cy="8" r="1.25" />
            <circle cx="12.5" cy="8" r="1.25" />
          </svg>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={onChange}>
          {words.change}
          <span className={classes.help}>{words.changeHelp}</span>
        </Menu.Item>
        <Menu.Item onClick={() => modeler.get('templateCommands').unlink(element)}>
          {words.unlink}
          <span className={classes.help}>{words.unlinkHelp}</span>
        </Menu.Item>
        {documentation !== undefined && /^https?:/u.test(documentation) && (
          <Menu.Item component="a" href={documentation} target="_blank" rel="noopener noreferrer">
            {words.documentation}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
