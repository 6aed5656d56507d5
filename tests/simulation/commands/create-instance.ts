import type { CommandKind } from './command.ts'

const instancesMax = 3

export const createInstance: CommandKind = {
  weight: 12,
  make: (world) => {
    const { random, model, processes, instances } = world
    const process = random.pick(processes)
    if (process === undefined || model.instances.length >= instancesMax) return undefined
    const variables = world.randomVariables()
    const processDefinitionId = process.id
    return {
      name: `create ${process.id} ${JSON.stringify(variables)}`,
      refusal: () => undefined,
      send: async ({ commands }) => {
        const created = await commands.createProcessInstance({ processDefinitionId, variables })
        return () => {
          const instance = process.start(model, variables)
          model.instances.push(instance)
          instances.set(instance, created.processInstanceKey)
        }
      },
    }
  },
}
