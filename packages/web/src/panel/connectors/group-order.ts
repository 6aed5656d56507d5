import type { FormGroup, ElementTemplate } from '@tenon/templates'

/** What most people never touch, under the names that templates give it. */
const laterGroups = new Set([
  'output',
  'result',
  'error',
  'errors',
  'errorHandling',
  'retries',
  'timeout',
  'timeouts',
  'limits',
  'tls',
  'client-certificate',
  'additionalProperties',
])

/** What is needed first comes first; result, errors and retries come last. */
export const inOrder = (groups: readonly FormGroup[]): readonly FormGroup[] => [
  ...groups.filter(({ id }) => !laterGroups.has(id)),
  ...groups.filter(({ id }) => laterGroups.has(id)),
]

/** Whether a group is open when nobody has opened or closed it. */
export const isOpenAtFirst = (template: ElementTemplate, groupId: string): boolean => {
  const group = template.groups?.find(({ id }) => id === groupId)
  if (group?.openByDefault !== undefined) return group.openByDefault
  return !laterGroups.has(groupId)
}
