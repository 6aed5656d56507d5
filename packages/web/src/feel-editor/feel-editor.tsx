import { lazy, Suspense } from 'react'
import classes from './feel-editor.module.css'
import type { Scope } from './scope.ts'

/** A FEEL expression as its text without the leading `=`. */
export interface FeelEditorProps {
  readonly value: string
  /** At each key; the caller decides when to write. */
  readonly onChange: (text: string) => void
  readonly onBlur: () => void
  /** Someone deletes the `=` before the text; undefined where it must stay. */
  readonly onDeleteSign?: (() => void) | undefined
  /** What the completion offers beside the functions of the language. */
  readonly scope: Scope
  /** Whether Enter starts a new line. */
  readonly isMultiline: boolean
  /** Whether it takes the focus when it appears. */
  readonly takesFocus?: boolean
  readonly placeholder?: string | undefined
  readonly labelledBy: string
  readonly describedBy: string | undefined
  readonly isInvalid: boolean
}

const load = async () => ({ default: (await import('./code-editor.tsx')).CodeEditor })
const CodeEditor = lazy(load)

/** An editor for FEEL; its code is loaded when the first one is shown. */
export const FeelEditor = (props: FeelEditorProps) => (
  <div className={classes.editor} data-invalid={props.isInvalid || undefined}>
    <span className={classes.sign} aria-hidden="true">
      =
    </span>
    <Suspense fallback={<pre className={classes.waiting}>{props.value || ' '}</pre>}>
      <CodeEditor {...props} />
    </Suspense>
  </div>
)
