import type { ElementTemplate } from './element-template.ts'

/** Whether it is of an inbound connector, which starts or continues processes from outside. */
export const isInbound = ({ properties }: ElementTemplate): boolean =>
  properties.some(
    ({ binding }) => binding.type === 'zeebe:property' && binding.name === 'inbound.type',
  )
