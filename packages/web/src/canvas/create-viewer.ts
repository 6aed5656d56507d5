import elementTemplateIcons from '@bpmn-io/element-template-icon-renderer'
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer'
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json'
import './canvas.css'
import { look } from './look.ts'
import type { CanvasServices, TenonViewer } from './services.ts'

/** Draws diagrams that can be moved and zoomed, and not changed. The caller destroys it. */
export const createViewer = (container: HTMLElement): TenonViewer =>
  new NavigatedViewer<CanvasServices>({
    ...look,
    container,
    moddleExtensions: { zeebe },
    additionalModules: [elementTemplateIcons],
  })
