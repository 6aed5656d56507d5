import { applyInputs, applyOutputs } from '../model/mappings.ts'
import { activityBlock, type Activity } from './activity.ts'
import type { BlockKind } from './block.ts'
import { makeBody, type Body } from './body.ts'
import { randomMappings } from './random-mappings.ts'
import { element, extensions, ioMapping, type Mappings } from './xml.ts'

/** An embedded sub-process, sometimes with boundary events and event sub-processes. */
export const subProcess: BlockKind = {
  weight: 14,
  hasBlocks: true,
  make: (making) => {
    const id = making.nextId('sub')
    const mappings = randomMappings(making)
    return activityBlock(making, subProcessOf(id, mappings, makeBody(making, id)))
  },
}

export const subProcessOf = (id: string, mappings: Mappings, body: Body): Activity => ({
  id,
  xml: element('subProcess', id, extensions(ioMapping(mappings)) + body.xml),
  run: (host, next) => {
    host.onDone = () =>
      host.attempt(
        'COMPLETING',
        () => applyOutputs(host, mappings.outputs),
        () => {
          host.complete()
          next()
        },
      )
    host.attempt(
      'ACTIVATING',
      () => applyInputs(host, mappings.inputs),
      () => {
        host.phase = 'ACTIVE'
        body.run(host)
      },
    )
  },
})
