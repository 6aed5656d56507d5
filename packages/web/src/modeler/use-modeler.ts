import { useEffect, useState } from 'react'
import { createModeler } from '../canvas/create-modeler.ts'
import { loadTypeface } from '../canvas/look.ts'
import type { TenonModeler } from '../canvas/services.ts'

export type Opening =
  | { readonly kind: 'opening' }
  | {
      readonly kind: 'open'
      readonly modeler: TenonModeler
      /** What the modeler did not understand, and would not write back. */
      readonly warnings: readonly string[]
    }
  | { readonly kind: 'broken'; readonly error: Error }

/** A modeler with the model in it, for as long as the page shows it. */
export const useModeler = (xml: string): Opening => {
  const [opening, setOpening] = useState<Opening>({ kind: 'opening' })
  useEffect(() => {
    let isLeft = false
    const modeler = createModeler()
    void open(modeler, xml).then((opened) => {
      if (!isLeft) setOpening(opened)
    })
    return () => {
      isLeft = true
      modeler.destroy()
    }
  }, [xml])
  return opening
}

const open = async (modeler: TenonModeler, xml: string): Promise<Opening> => {
  try {
    await loadTypeface()
    const { warnings } = await modeler.importXML(xml)
    return { kind: 'open', modeler, warnings: warnings.map(messageOf) }
  } catch (error) {
    return { kind: 'broken', error: error instanceof Error ? error : new Error(String(error)) }
  }
}

/** Typed as texts, but they are errors. */
const messageOf = (warning: unknown): string =>
  isMessage(warning) ? warning.message : String(warning)

const isMessage = (value: unknown): value is { readonly message: string } =>
  typeof value === 'object' &&
  value !== null &&
  'message' in value &&
  typeof value.message === 'string'
