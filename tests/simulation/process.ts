import { errorRoots } from './blocks/errors.ts'
import { makeBody, type Body } from './blocks/body.ts'
import { randomBlock } from './blocks/index.ts'
import { ModelInstance, type ModelClock } from './model/model-instance.ts'
import type { JsonObject } from '@tenon/orchestration'
import type { Random } from './random.ts'

/** Variables that instances begin with. */
export const processVariables = ['x', 'y', 'z']

/** A valid process, as a model and as it ought to run. */
export interface RandomProcess {
  readonly id: string
  readonly xml: string
  readonly start: (clock: ModelClock, variables: JsonObject) => ModelInstance
}

/** Levels of blocks in each other. */
const depth = 3

export const randomProcess = (random: Random, id: string): RandomProcess => {
  let ids = 0
  const body = makeBody(
    {
      random,
      nextId: (prefix) => `${prefix}${++ids}`,
      readable: processVariables,
      writable: processVariables,
      depth,
      block: randomBlock,
    },
    'process',
  )
  return { id, xml: toXml(id, body), start: (clock, variables) => start(body, clock, variables) }
}

const start = (body: Body, clock: ModelClock, variables: JsonObject): ModelInstance => {
  const instance = new ModelInstance(clock, variables)
  body.run(instance.root)
  return instance
}

const toXml = (id: string, { xml }: Body): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="http://tenon/tests">
<bpmn:process id="${id}" isExecutable="true">
${xml}</bpmn:process>
${errorRoots}
</bpmn:definitions>`
