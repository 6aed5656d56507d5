import type { ElementTemplate } from '../element-template.ts'
import { configurationOf } from './configuration-of.ts'
import { entryLists } from './entry-list.ts'

const hasFreeOutputs = (template: ElementTemplate | undefined): boolean =>
  typeof template?.entriesVisible === 'object' && template.entriesVisible.outputs === true

/** Mappings of variables into and out of an element. */
export const ioMapping = entryLists('zeebe:IoMapping', [
  {
    bindingType: 'zeebe:input',
    list: 'inputParameters',
    entryType: 'zeebe:Input',
    name: 'target',
    value: 'source',
    isKeptEmpty: true,
    attributesOf: configurationOf,
  },
  {
    bindingType: 'zeebe:output',
    list: 'outputParameters',
    entryType: 'zeebe:Output',
    name: 'source',
    value: 'target',
    isKeptEmpty: true,
    isFree: hasFreeOutputs,
  },
])
