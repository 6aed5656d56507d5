import type { DiagramElement, ElementTarget, Injector } from './services.ts'

/** From the left side of a sub-process, in the units of the diagram. */
const startOffset = 58

/** Gives new sub-processes their start event: nobody wants one without. */
export class SubProcessCreation {
  static readonly $inject = ['injector']
  readonly #services: Injector
  readonly #awaited = new WeakSet<DiagramElement>()

  constructor(services: Injector) {
    this.#services = services
    // Within the command that creates, so that one undo takes back both.
    services
      .get('eventBus')
      .on('commandStack.shape.create.postExecuted', ({ context }) => this.#addStart(context.shape))
  }

  /** A shape that gets its start event as soon as it stands in the diagram. */
  shapeFor(target: ElementTarget): DiagramElement {
    const shape = this.#services.get('elementFactory').createShape(target)
    this.#awaited.add(shape)
    return shape
  }

  #addStart(shape: DiagramElement): void {
    if (!this.#awaited.delete(shape)) return
    const start = this.#services.get('elementFactory').createShape({ type: 'bpmn:StartEvent' })
    const place = { x: shape.x + startOffset, y: shape.y + shape.height / 2 }
    this.#services.get('modeling').createShape(start, place, shape)
  }
}

/** A collapsed one shows nothing of what is in it. */
export const isOpenSubProcess = ({ type, isExpanded }: ElementTarget): boolean =>
  type === 'bpmn:SubProcess' && isExpanded !== false
