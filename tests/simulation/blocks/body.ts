import type { ModelElement } from '../model/model-element.ts'
import type { Block, Making } from './block.ts'
import { randomErrorHandlers } from './error-handler.ts'
import { element, flow } from './xml.ts'

/** What is in a process or a sub-process. */
export interface Body {
  readonly xml: string
  readonly run: (scope: ModelElement) => void
}

/** An event sub-process in a body. */
export interface Handler {
  readonly xml: string
  readonly attach: (scope: ModelElement) => void
}

/** Kinds of event sub-processes; each makes some, or none. */
const handlerKinds: readonly ((making: Making) => readonly Handler[])[] = [randomErrorHandlers]

/** A block between a start and an end event, sometimes with event sub-processes beside it. */
export const makeBody = (making: Making, id: string): Body => {
  const body = bodyOf(id, making.block(making))
  const handlers = handlerKinds.flatMap((make) => make(making))
  return {
    xml: body.xml + handlers.map(({ xml }) => xml).join(''),
    run: (scope) => {
      const attached = scope.catchers.splice(0)
      for (const { attach } of handlers) attach(scope)
      // They come before what is attached to the sub-process itself.
      scope.catchers.push(...attached)
      body.run(scope)
    },
  }
}

/** A block between the start event and the end event; null is nothing. */
export const bodyOf = (id: string, block: Block | null): Body => {
  const start = `${id}_start`
  const end = `${id}_end`
  const exit = block === null ? start : block.exit
  return {
    xml:
      element('startEvent', start) +
      (block === null ? '' : flow(start, block.entry) + block.xml) +
      (exit === null ? '' : flow(exit, end) + element('endEvent', end)),
    run: (scope) => {
      scope.tokens = 1
      scope.pass(start)
      const leave = (): void => {
        scope.pass(end)
        scope.endToken()
      }
      if (block === null) leave()
      else block.enter(scope, leave)
    },
  }
}
