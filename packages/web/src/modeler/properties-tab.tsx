import { useEffect, useRef } from 'react'
import type { TenonModeler } from '../canvas/services.ts'
import { propertiesPanelOf } from './properties/properties-panel.ts'

/** All BPMN properties of what is selected. Heavy: to be loaded when it is asked for. */
export const PropertiesTab = ({ modeler }: { readonly modeler: TenonModeler }) => {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (place.current === null) return undefined
    const panel = propertiesPanelOf(modeler)
    // Its head says what ours says; it is drawn, and not shown. To give it a place of its own is
    // also what makes the panel draw itself into a modeler that has its diagram already.
    panel.attachTo(place.current, document.createElement('div'))
    return () => panel.detach()
  }, [modeler])
  return <div className="tenon-properties" ref={place} />
}
