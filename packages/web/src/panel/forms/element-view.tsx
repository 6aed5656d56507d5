import { useState } from 'react'
import type { DiagramElement } from '../../canvas/services.ts'
import { ConnectorChooser } from '../connectors/connector-chooser.tsx'
import type { FocusRequest } from '../focus-request.ts'
import { PanelTabs } from '../panel-tabs.tsx'
import classes from '../panel.module.css'
import { CodeEventForm, hasCodeForm } from './code-event-form.tsx'
import { ElementId } from './element-id.tsx'
import { ElementName } from './element-name.tsx'
import { FlowForm, hasFlowForm } from './flow-form.tsx'
import { kindOf } from './kind-of.ts'
import { hasLinkForm, LinkForm } from './link-form.tsx'
import { hasScriptForm, ScriptForm } from './script-form.tsx'
import { hasTimerForm, TimerEventForm } from './timer-event-form.tsx'
import { ConnectorOffer, hasWorkerForm, WorkerForm } from './worker-form.tsx'

interface ElementViewProps {
  readonly element: DiagramElement
  readonly focus: FocusRequest | undefined
}

/** An element without a template: its name, and what is needed most of its kind. */
export const ElementView = ({ element, focus }: ElementViewProps) => {
  const [isChoosing, setChoosing] = useState(false)
  if (isChoosing) return <ConnectorChooser element={element} onDone={() => setChoosing(false)} />
  return (
    <>
      <div className={classes.notice}>
        <h2 className={classes.title}>{kindOf(element.businessObject)}</h2>
        <ConnectorOffer element={element} onChoose={() => setChoosing(true)} />
      </div>
      <PanelTabs focus={focus}>
        <ElementName element={element} />
        <KindForm element={element} />
        <div className={classes.block}>
          <ElementId element={element} />
        </div>
      </PanelTabs>
    </>
  )
}

const KindForm = ({ element }: { readonly element: DiagramElement }) => {
  if (hasFlowForm(element)) return <FlowForm element={element} />
  if (hasCodeForm(element)) return <CodeEventForm element={element} />
  if (hasLinkForm(element)) return <LinkForm element={element} />
  if (hasScriptForm(element)) return <ScriptForm element={element} />
  if (hasTimerForm(element)) return <TimerEventForm element={element} />
  if (hasWorkerForm(element)) return <WorkerForm element={element} />
  return null
}
