import { createViewer } from '../../canvas/create-viewer.ts'
import { loadTypeface } from '../../canvas/look.ts'
import type {
  CanvasServices,
  DiagramElement,
  OverlayPosition,
  TenonViewer,
} from '../../canvas/services.ts'
import { fitView } from '../../canvas/fit-view.ts'

/** Where an overlay stands at its element, in pixels, and how far it is scaled with the diagram. */
export interface Place {
  readonly position: OverlayPosition
  readonly scale: false | { readonly min: number; readonly max: number }
}

/** What is pressed: an element that can be entered, or nothing. */
export type OnPress = (elementId: string | undefined) => void

/** Around what is brought into view, in pixels. */
const edge = 8

/** The diagram of a Request, on which its progress is marked. The caller destroys it. */
export class RequestMap {
  readonly #container: HTMLElement
  readonly #viewer: TenonViewer

  constructor(container: HTMLElement, onPress: OnPress) {
    this.#container = container
    this.#viewer = createViewer(container)
    this.#service('eventBus').on('element.click', ({ element }) =>
      onPress(enterable(element.labelTarget ?? element)),
    )
  }

  /** Throws what bpmn-js throws, also for a model without a diagram. */
  async draw(xml: string): Promise<void> {
    await loadTypeface()
    await this.#viewer.importXML(xml)
    this.fit()
  }

  has(elementId: string): boolean {
    return this.#service('elementRegistry').get(elementId) !== undefined
  }

  /** How an element is called in the diagram; undefined when it is not in it. */
  nameOf(elementId: string): string | undefined {
    const name: unknown = this.#service('elementRegistry')
      .get(elementId)
      ?.businessObject.get('name')
    return typeof name === 'string' && name !== '' ? name : undefined
  }

  /** The size of an element in the diagram; undefined when it is not in it. */
  sizeOf(elementId: string): { readonly width: number; readonly height: number } | undefined {
    return this.#service('elementRegistry').get(elementId)
  }

  /** Whether it is of a kind of BPMN, such as `bpmn:Activity`. */
  is(elementId: string, type: string): boolean {
    const element = this.#service('elementRegistry').get(elementId)
    return element?.businessObject.$instanceOf(type) === true
  }

  /** Returns what takes the class away again. */
  mark(elementId: string, className: string): () => void {
    const canvas = this.#service('canvas')
    canvas.addMarker(elementId, className)
    return () => canvas.removeMarker(elementId, className)
  }

  /** Returns what takes it away again. */
  attach(elementId: string, html: HTMLElement, place: Place): () => void {
    const overlays = this.#service('overlays')
    const id = overlays.add(elementId, 'request', { html, ...place })
    return () => overlays.remove(id)
  }

  fit(): void {
    const canvas = this.#service('canvas')
    const { clientWidth: width, clientHeight: height } = this.#container
    if (width > 0 && height > 0) canvas.viewbox(fitView(canvas.viewbox().inner, { width, height }))
  }

  /** Zooms in or out around the middle. */
  zoomBy(factor: number): void {
    const canvas = this.#service('canvas')
    const { clientWidth, clientHeight } = this.#container
    const scale = Math.min(4, Math.max(0.1, canvas.zoom() * factor))
    canvas.zoom(scale, { x: clientWidth / 2, y: clientHeight / 2 })
  }

  /** To be told when the place has another size. */
  resized(): void {
    this.#service('canvas').resized()
  }

  /** Moves the diagram so far that an element is seen. */
  showElement(elementId: string): void {
    const element = this.#service('elementRegistry').get(elementId)
    if (element !== undefined) this.#service('canvas').scrollToElement(element, edge)
  }

  destroy(): void {
    this.#viewer.destroy()
  }

  #service<Name extends keyof CanvasServices>(name: Name): CanvasServices[Name] {
    return this.#viewer.get(name)
  }
}

const enterable = ({ id, businessObject }: DiagramElement): string | undefined =>
  businessObject.$instanceOf('bpmn:FlowNode') ? id : undefined
