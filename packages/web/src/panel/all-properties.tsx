import { lazy, Suspense } from 'react'
import { usePanel } from './panel-context.ts'
import classes from './panel.module.css'
import { panelWords as words } from './words.ts'

const load = async () => ({
  default: (await import('../modeler/properties-tab.tsx')).PropertiesTab,
})
const PropertiesTab = lazy(load)

/** Everything that BPMN knows of the selected element; its code is loaded when it is first shown. */
export const AllProperties = () => {
  const { modeler } = usePanel()
  return (
    <Suspense fallback={<p className={classes.quiet}>{words.loading}</p>}>
      <PropertiesTab modeler={modeler} />
    </Suspense>
  )
}
