import {
  acceptCompletion,
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  closeCompletion,
  completionKeymap,
} from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { bracketMatching } from '@codemirror/language'
import { linter } from '@codemirror/lint'
import { Prec, type Extension } from '@codemirror/state'
import { EditorView, keymap, placeholder, tooltips } from '@codemirror/view'
import { feel } from '@bpmn-io/lang-feel'
import { completionSources } from './completion-source.ts'
import { editorLook } from './editor-look.ts'
import type { Scope } from './scope.ts'
import { syntaxProblem } from './syntax-problem.ts'

/** What an editor is made with. */
interface EditorSetting {
  /** May change while one models. */
  readonly scope: Scope
  readonly isMultiline: boolean
  readonly labelledBy: string
  readonly placeholder?: string | undefined
  readonly onDeleteSign?: (() => void) | undefined
}

/** The FEEL editor as extensions of CodeMirror. Tab is free: it leaves the field. */
export const editorExtensions = (props: () => EditorSetting): Extension => {
  const { isMultiline, labelledBy, placeholder: hint = '' } = props()
  return [
    feel({ dialect: 'expression', completions: [...completionSources(() => props().scope)] }),
    editorLook,
    history(),
    bracketMatching(),
    closeBrackets(),
    autocompletion({ icons: false }),
    // What is fixed hangs out of a panel that scrolls.
    tooltips({ position: 'fixed' }),
    linter(markProblem, { delay: 400 }),
    isMultiline ? [] : oneLine,
    EditorView.lineWrapping,
    placeholder(hint),
    EditorView.contentAttributes.of({
      'aria-labelledby': labelledBy,
      'aria-multiline': String(isMultiline),
      spellcheck: 'false',
      // It is focusable anyway; this says so to who asks.
      tabindex: '0',
    }),
    escapes,
    deletesSign(props),
    keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, ...completionKeymap]),
  ]
}

/** Escape closes the completion, and only then what the editor stands in. */
const escapes = Prec.highest(
  keymap.of([{ key: 'Escape', run: closeCompletion, stopPropagation: true }]),
)

/** The sign before the text is deleted as if it were part of it. */
const deletesSign = (props: () => EditorSetting): Extension =>
  Prec.high(
    keymap.of([
      {
        key: 'Backspace',
        run: ({ state: { selection } }) => {
          const { onDeleteSign } = props()
          if (onDeleteSign === undefined || !selection.main.empty || selection.main.head > 0) {
            return false
          }
          onDeleteSign()
          return true
        },
      },
    ]),
  )

const markProblem = ({ state }: EditorView) => {
  const problem = syntaxProblem(state.doc.toString())
  return problem === undefined ? [] : [{ ...problem, severity: 'error' as const }]
}

/** Pasted lines are joined; Enter only takes a completion. */
const oneLine: Extension = [
  EditorView.clipboardInputFilter.of((text) => text.replaceAll(/\s*\n\s*/gu, ' ')),
  Prec.high(keymap.of([{ key: 'Enter', run: (view) => acceptCompletion(view) || true }])),
]
