import type { CommandKind } from './command.ts'

export const cancelInstance: CommandKind = {
  weight: 2,
  make: ({ random, instances }) => {
    const found = random.pick([...instances])
    if (found === undefined) return undefined
    const [instance, key] = found
    return {
      name: `cancel ${key}`,
      refusal: () => (instance.state === 'ACTIVE' ? undefined : 'NOT_FOUND'),
      send: async ({ commands }) => {
        await commands.cancelProcessInstance(key)
        return () => instance.cancel()
      },
    }
  },
}
