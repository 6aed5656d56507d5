import type { ModdleElement } from '@tenon/templates'
import { rememberedVariables } from '../../run/remembered-variables.ts'
import { lineOf, textOf } from './model.ts'

/** The variables with which the process of an element was last started in this browser. */
export const lastStartOf = (element: ModdleElement): Readonly<Record<string, unknown>> => {
  const process = lineOf(element).find(({ $type }) => $type === 'bpmn:Process')
  const id = process && textOf(process, 'id')
  return id === undefined ? {} : recordOf(rememberedVariables(id))
}

const recordOf = (json: string): Readonly<Record<string, unknown>> => {
  try {
    const value: unknown = JSON.parse(json)
    return isRecord(value) ? value : {}
  } catch {
    // What was typed there is no JSON: then nothing is known.
    return {}
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
