import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { ElementTemplate } from '@tenon/templates'
import type { DiagramElement } from '../../canvas/services.ts'
import fieldClasses from '../fields/field.module.css'
import { piecesOf } from '../fields/text-pieces.ts'
import { usePanel } from '../panel-context.ts'
import panelClasses from '../panel.module.css'
import { panelWords } from '../words.ts'
import classes from './connector-chooser.module.css'
import { ConnectorIcon } from './connector-icon.tsx'
import { offeredFor } from './offered-for.ts'
import { searchTemplates } from './search-templates.ts'

const words = panelWords.choose

interface ConnectorChooserProps {
  readonly element: DiagramElement
  readonly onDone: () => void
}

/** The connectors that an element can become, with a search. */
export const ConnectorChooser = ({ element, onDone }: ConnectorChooserProps) => {
  const { modeler } = usePanel()
  const [search, setSearch] = useState('')
  const field = useRef<HTMLInputElement>(null)
  // The person came here to search.
  useEffect(() => field.current?.focus(), [])
  const offered = offeredFor(modeler, element)
  const found = searchTemplates(offered, search)
  const choose = (template: ElementTemplate) => {
    modeler.get('selection').select(modeler.get('templateCommands').apply(element, template))
    onDone()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const [first] = found
    if (event.key === 'Escape') onDone()
    if (event.key === 'Enter' && first !== undefined) choose(first)
  }
  return (
    <>
      <div className={classes.head}>
        <h2 className={panelClasses.title}>{words.title}</h2>
        <button type="button" className={classes.back} onClick={onDone}>
          {words.back}
        </button>
      </div>
      <div className={classes.search}>
        <input
          ref={field}
          type="search"
          className={fieldClasses.input}
          aria-label={words.search}
          placeholder={words.search}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      {found.length === 0 ? (
        <p className={classes.none}>{offered.length === 0 ? words.none : words.notFound(search)}</p>
      ) : (
        <ul className={classes.list}>
          {found.map((template) => (
            <li key={template.id}>
              <Entry template={template} onChoose={() => choose(template)} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

interface EntryProps {
  readonly template: ElementTemplate
  readonly onChoose: () => void
}

const Entry = ({ template, onChoose }: EntryProps) => (
  <button type="button" className={classes.entry} onClick={onChoose}>
    <ConnectorIcon template={template} />
    <span className={classes.texts}>
      <span className={classes.name}>{template.name}</span>
      {template.description !== undefined && (
        <span className={classes.description}>{plainText(template.description)}</span>
      )}
    </span>
  </button>
)

const plainText = (html: string): string =>
  piecesOf(html)
    .map((piece) => (piece.kind === 'break' ? ' ' : piece.text))
    .join('')
