import type { ModdleElement } from '@tenon/templates'
import { FieldFrame } from '../fields/field-frame.tsx'
import { SwitchControl } from '../fields/switch-control.tsx'
import { usePanel } from '../panel-context.ts'
import { PanelTabs } from '../panel-tabs.tsx'
import classes from '../panel.module.css'
import { elementsOf } from '../scope/model.ts'
import { subjectKey } from '../subject-key.ts'
import { panelWords } from '../words.ts'
import { ElementId } from './element-id.tsx'
import { ElementName } from './element-name.tsx'

const words = panelWords.process

/** What the panel shows while nothing is selected: the process itself, and what to do next. */
export const ProcessForm = () => {
  const { modeler } = usePanel()
  const root = modeler.get('canvas').getRootElement()
  const { businessObject } = root
  if (businessObject === undefined) return null
  const isProcess = businessObject.$type === 'bpmn:Process'
  return (
    <>
      <div className={classes.notice}>
        <h2 className={classes.title}>{isProcess ? words.title : words.collaboration}</h2>
        <p className={classes.quiet}>{isEmpty(businessObject) ? words.empty : words.hint}</p>
      </div>
      <PanelTabs focus={undefined}>
        <ElementName key={subjectKey(root)} element={root} />
        <div className={classes.block}>
          <ElementId key={subjectKey(root)} element={root} />
          {isProcess && (
            <FieldFrame
              label={words.executable}
              description={words.executableHelp}
              problem={undefined}
              isInline
            >
              {(ids) => (
                <SwitchControl
                  {...ids}
                  isOn={businessObject.get('isExecutable') === true}
                  onSwitch={(isExecutable) =>
                    modeler.get('modeling').updateProperties(root, { isExecutable })
                  }
                />
              )}
            </FieldFrame>
          )}
        </div>
      </PanelTabs>
    </>
  )
}

/** Whether there is nothing yet but a start. A collaboration has no steps of its own. */
const isEmpty = (process: ModdleElement): boolean =>
  process.$type === 'bpmn:Process' &&
  elementsOf(process, 'flowElements').every(({ $type }) => $type === 'bpmn:StartEvent')
