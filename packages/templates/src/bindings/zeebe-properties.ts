import { configurationOf } from './configuration-of.ts'
import { entryLists } from './entry-list.ts'

/** Settings that the engine itself does not read, such as those of inbound connectors. */
export const zeebeProperties = entryLists('zeebe:Properties', [
  {
    bindingType: 'zeebe:property',
    list: 'properties',
    entryType: 'zeebe:Property',
    name: 'name',
    value: 'value',
    emptyValue: '',
    isKeptEmpty: true,
    attributesOf: configurationOf,
  },
])
