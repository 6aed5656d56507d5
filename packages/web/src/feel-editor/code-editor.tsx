import { useEffect, useRef } from 'react'
import { Annotation, type Transaction } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { editorExtensions } from './editor-extensions.ts'
import type { FeelEditorProps } from './feel-editor.tsx'

/** A change that came from outside, so that it is not told back. */
const fromOutside = Annotation.define<boolean>()

/** CodeMirror as a React component. */
export const CodeEditor = (props: FeelEditorProps) => {
  const place = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView>(undefined)
  // The editor lives longer than the handlers of one rendering.
  const latest = useRef(props)
  useEffect(() => {
    latest.current = props
  })
  useEffect(() => {
    if (place.current === null) return undefined
    const created = createView(place.current, () => latest.current)
    view.current = created
    if (latest.current.takesFocus === true) created.focus()
    return () => created.destroy()
  }, [])
  useEffect(() => {
    if (view.current) replaceText(view.current, props.value)
  }, [props.value])
  useEffect(() => {
    view.current?.contentDOM.setAttribute('aria-invalid', String(props.isInvalid))
  }, [props.isInvalid])
  useEffect(() => {
    if (props.describedBy === undefined)
      view.current?.contentDOM.removeAttribute('aria-describedby')
    else view.current?.contentDOM.setAttribute('aria-describedby', props.describedBy)
  }, [props.describedBy])
  return <div ref={place} />
}

const createView = (parent: HTMLElement, props: () => FeelEditorProps): EditorView =>
  new EditorView({
    parent,
    doc: props().value,
    extensions: [
      editorExtensions(props),
      EditorView.updateListener.of(({ docChanged, transactions, state }) => {
        if (docChanged && !transactions.some(isFromOutside)) props().onChange(state.doc.toString())
      }),
      EditorView.domEventHandlers({ blur: () => props().onBlur() }),
    ],
  })

const isFromOutside = (transaction: Transaction): boolean =>
  transaction.annotation(fromOutside) === true

/** The undo of the editor takes it back too: it is one history for the person who types. */
const replaceText = (view: EditorView, text: string): void => {
  const { length } = view.state.doc
  if (view.state.doc.toString() === text) return
  view.dispatch({
    changes: { from: 0, to: length, insert: text },
    annotations: fromOutside.of(true),
  })
}
