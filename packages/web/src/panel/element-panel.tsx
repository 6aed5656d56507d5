import type { ElementTemplate } from '@tenon/templates'
import { useEffect, useMemo, useState } from 'react'
import type { DiagramElement, TenonModeler } from '../canvas/services.ts'
import { ConnectorView } from './connectors/connector-view.tsx'
import type { FocusRequest } from './focus-request.ts'
import { ElementView } from './forms/element-view.tsx'
import { ProcessForm } from './forms/process-form.tsx'
import { PanelContext } from './panel-context.ts'
import classes from './panel.module.css'
import { isElement, textOf } from './scope/model.ts'
import { subjectKey } from './subject-key.ts'
import { useSelection } from './use-selection.ts'
import { panelWords as words } from './words.ts'

interface ElementPanelProps {
  readonly modeler: TenonModeler
  readonly templates: readonly ElementTemplate[]
  readonly focus?: FocusRequest | undefined
}

/** Shows what is selected on the canvas, and lets one configure it. */
export const ElementPanel = ({ modeler, templates, focus }: ElementPanelProps) => {
  const [openGroups] = useState(() => new Map<string, boolean>())
  const surroundings = useMemo(
    () => ({ modeler, templates, openGroups }),
    [modeler, templates, openGroups],
  )
  const selected = useSelection(modeler)
  useEffect(() => {
    if (focus !== undefined) select(modeler, focus.elementId)
  }, [modeler, focus])
  return (
    <PanelContext value={surroundings}>
      <div key={subjectOf(selected)} className={classes.panel}>
        <Content selected={selected} focus={focus} />
      </div>
    </PanelContext>
  )
}

/** Another subject starts at its top. */
const subjectOf = ([element, ...others]: readonly DiagramElement[]): string => {
  if (element === undefined || others.length > 0) return String(others.length)
  const { businessObject } = element
  const template = isElement(businessObject) ? textOf(businessObject, 'modelerTemplate') : ''
  return `${subjectKey(element)} ${template}`
}

interface ContentProps {
  readonly selected: readonly DiagramElement[]
  readonly focus: FocusRequest | undefined
}

const Content = ({ selected, focus }: ContentProps) => {
  const [element, ...others] = selected
  if (element === undefined) return <ProcessForm />
  if (others.length > 0) return <Several count={selected.length} />
  if (!isElement(element.businessObject)) return <ProcessForm />
  const asked = focus?.elementId === element.id ? focus : undefined
  return textOf(element.businessObject, 'modelerTemplate') === undefined ? (
    <ElementView element={element} focus={asked} />
  ) : (
    <ConnectorView element={element} focus={asked} />
  )
}

const Several = ({ count }: { readonly count: number }) => (
  <div className={classes.notice}>
    <h2 className={classes.title}>{words.several(count)}</h2>
    <p className={classes.quiet}>{words.severalHint}</p>
  </div>
)

const select = (modeler: TenonModeler, id: string): void => {
  const element = modeler.get('elementRegistry').get(id)
  if (element === undefined || modeler.get('selection').get().includes(element)) return
  modeler.get('selection').select(element)
  modeler.get('canvas').scrollToElement(element)
}
