import type { CommandKind } from './command.ts'

export const setVariables: CommandKind = {
  weight: 6,
  make: (world) => {
    const { random, elements } = world
    const found = random.pick([...elements])
    if (found === undefined) return undefined
    const [element, key] = found
    const variables = world.randomVariables()
    const local = random.isTrue(50)
    return {
      name: `set ${JSON.stringify(variables)}${local ? ' locally' : ''} in ${element.id} ${key}`,
      refusal: () => (element.isLive ? undefined : 'NOT_FOUND'),
      send: async ({ commands }) => {
        await commands.setVariables(key, variables, { local })
        return () => {
          if (local) element.setLocal(variables)
          else element.propagate(variables)
        }
      },
    }
  },
}
