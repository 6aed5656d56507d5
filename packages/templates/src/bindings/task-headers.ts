import { entryLists } from './entry-list.ts'

/** Constants that a job worker reads beside the variables. */
export const taskHeaders = entryLists('zeebe:TaskHeaders', [
  {
    bindingType: 'zeebe:taskHeader',
    list: 'values',
    entryType: 'zeebe:Header',
    name: 'key',
    value: 'value',
    isKeptEmpty: false,
  },
])
