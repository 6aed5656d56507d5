import type { JsonObject } from '@tenon/orchestration'
import type { ModelElement } from '../model/model-element.ts'
import type { Making } from './block.ts'
import type { Handler } from './body.ts'
import { errorDefinition, someCodes, type ErrorCode } from './errors.ts'
import { element, flow } from './xml.ts'

/** Event sub-processes that start with an error of their scope, often none. */
export const randomErrorHandlers = (making: Making): readonly Handler[] =>
  making.random.isTrue(25) ? someCodes(making.random).map((code) => errorHandler(making, code)) : []

const errorHandler = (making: Making, code: ErrorCode | null): Handler => {
  const id = making.nextId('handler')
  const [start, end] = [`${id}_start`, `${id}_end`]
  const block = making.block(making)
  const content =
    element('startEvent', start, errorDefinition(start, code)) +
    flow(start, block.entry) +
    block.xml +
    (block.exit === null ? '' : element('endEvent', end) + flow(block.exit, end))
  const run = (scope: ModelElement, variables: JsonObject): void => {
    scope.terminateChildren()
    scope.isInterrupted = true
    scope.tokens = 1
    const handler = scope.start(id)
    handler.tokens = 1
    handler.onDone = () => {
      handler.complete()
      scope.endToken()
    }
    handler.propagate(variables)
    handler.pass(start)
    block.enter(handler, () => {
      handler.pass(end)
      handler.endToken()
    })
  }
  return {
    xml: element('subProcess', id, content, ' triggeredByEvent="true"'),
    attach: (scope) => {
      scope.catchers.push({ code, trigger: (variables) => run(scope, variables) })
    },
  }
}
