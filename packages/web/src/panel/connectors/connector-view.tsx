import { templateOf } from '@tenon/templates'
import { useState } from 'react'
import type { DiagramElement } from '../../canvas/services.ts'
import { AllProperties } from '../all-properties.tsx'
import type { FocusRequest } from '../focus-request.ts'
import { usePanel } from '../panel-context.ts'
import { ConfigureForm } from './configure-form.tsx'
import { ConnectorChooser } from './connector-chooser.tsx'
import { ConnectorHead } from './connector-head.tsx'
import { installedTemplate } from './installed-template.ts'
import { MissingTemplate } from './missing-template.tsx'
import { PanelTabs } from '../panel-tabs.tsx'
import { TaskNote } from './task-note.tsx'

interface ConnectorViewProps {
  readonly element: DiagramElement
  readonly focus: FocusRequest | undefined
}

/** An element that a template shapes. */
export const ConnectorView = ({ element, focus }: ConnectorViewProps) => {
  const { modeler, templates } = usePanel()
  const [isChoosing, setChoosing] = useState(false)
  const reference = templateOf(element.businessObject)
  if (reference === undefined) return <AllProperties />
  if (isChoosing) {
    return <ConnectorChooser element={element} onDone={() => setChoosing(false)} />
  }
  const { template, update } = installedTemplate(templates, reference)
  const apply = update && (() => modeler.get('templateCommands').apply(element, update))
  return (
    <>
      <ConnectorHead
        element={element}
        reference={reference}
        template={template ?? update}
        update={apply}
        updateVersion={update?.version}
        onChange={() => setChoosing(true)}
      />
      <TaskNote element={element.businessObject} />
      <PanelTabs focus={focus}>
        {template === undefined ? (
          <MissingTemplate reference={reference} installed={update?.version} />
        ) : (
          <ConfigureForm element={element} template={template} focus={focus} />
        )}
      </PanelTabs>
    </>
  )
}
