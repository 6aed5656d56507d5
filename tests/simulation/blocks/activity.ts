import type { ModelElement } from '../model/model-element.ts'
import type { Block, Making } from './block.ts'
import { randomErrorBoundary } from './error-boundary.ts'
import { element, flow } from './xml.ts'

/** What boundary events can be attached to. */
export interface Activity {
  readonly id: string
  readonly xml: string
  /** Runs it; what is attached is among its catchers already. */
  readonly run: (host: ModelElement, next: () => void) => void
}

/** An event attached to an activity, with the path that leads on from it. */
export interface Boundary {
  readonly xml: string
  readonly exit: string | null
  readonly attach: (host: ModelElement, next: () => void) => void
}

/** Kinds of boundary events; each makes some, or none. */
const boundaryKinds: readonly ((making: Making, hostId: string) => readonly Boundary[])[] = [
  randomErrorBoundary,
]

/** The activity, sometimes with boundary events; their paths join that of the activity. */
export const activityBlock = (making: Making, { id, xml, run }: Activity): Block => {
  const boundaries = boundaryKinds.flatMap((make) => make(making, id))
  const merge = boundaries.length === 0 ? null : making.nextId('merge')
  const exits = [id, ...boundaries.flatMap(({ exit }) => exit ?? [])]
  const joins =
    merge === null
      ? ''
      : element('exclusiveGateway', merge) + exits.map((exit) => flow(exit, merge)).join('')
  return {
    entry: id,
    exit: merge ?? id,
    xml: xml + boundaries.map((boundary) => boundary.xml).join('') + joins,
    enter: (scope, next) => {
      const leave = (): void => {
        if (merge !== null) scope.pass(merge)
        next()
      }
      const host = scope.start(id)
      for (const { attach } of boundaries) attach(host, leave)
      run(host, leave)
    },
  }
}
