import type { JsonObject } from '@tenon/orchestration'
import { applyOutputs } from '../model/mappings.ts'
import type { ModelElement } from '../model/model-element.ts'
import type { Boundary } from './activity.ts'
import type { Making } from './block.ts'
import { errorDefinition, someCodes, type ErrorCode } from './errors.ts'
import { randomOutputs } from './random-mappings.ts'
import { element, extensions, flow, ioMapping } from './xml.ts'

/** Events that catch errors of an activity, often none. */
export const randomErrorBoundary = (making: Making, hostId: string): readonly Boundary[] =>
  making.random.isTrue(35)
    ? someCodes(making.random).map((code) => errorBoundary(making, hostId, code))
    : []

const errorBoundary = (making: Making, hostId: string, code: ErrorCode | null): Boundary => {
  const id = making.nextId('caught')
  const outputs = randomOutputs(making)
  const path = making.block(making)
  const content = extensions(ioMapping({ inputs: [], outputs })) + errorDefinition(id, code)
  const event = element('boundaryEvent', id, content, ` attachedToRef="${hostId}"`)
  const enter = (scope: ModelElement, variables: JsonObject, next: () => void): void => {
    const caught = scope.start(id)
    // Without a mapping they end with the event.
    caught.setLocal(variables)
    caught.attempt(
      'COMPLETING',
      () => applyOutputs(caught, outputs),
      () => {
        caught.complete()
        path.enter(scope, next)
      },
    )
  }
  return {
    xml: event + flow(id, path.entry) + path.xml,
    exit: path.exit,
    attach: (host, next) => {
      const trigger = (variables: JsonObject): void => {
        host.terminate()
        enter(host.scope, variables, next)
      }
      host.catchers.push({ code, trigger })
    },
  }
}
