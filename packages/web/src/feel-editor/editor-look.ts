import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'

const mono = 'var(--mantine-font-family-monospace)'

/** A field like all others; only the letters are code. */
const field = EditorView.theme({
  '&': {
    color: 'var(--tenon-text)',
    backgroundColor: 'transparent',
    fontSize: 'var(--mantine-font-size-sm)',
  },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: mono, lineHeight: '20px', maxHeight: '320px', overflow: 'auto' },
  '.cm-content': { padding: '7px 0', caretColor: 'var(--tenon-text)' },
  '.cm-line': { padding: '0 8px 0 4px' },
  '.cm-placeholder': { color: 'var(--tenon-quiet)' },
  '&.cm-focused .cm-cursor': { borderLeftColor: 'var(--tenon-text)' },
  '& .cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground':
    { background: 'color-mix(in srgb, var(--tenon-accent) 25%, transparent)' },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': {
    backgroundColor: 'color-mix(in srgb, var(--tenon-accent) 20%, transparent)',
  },
  '.cm-nonmatchingBracket, &.cm-focused .cm-nonmatchingBracket': {
    color: 'var(--tenon-trouble)',
    backgroundColor: 'transparent',
  },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--tenon-trouble)',
    textUnderlineOffset: '3px',
  },
  '.cm-lintPoint::after': { borderBottomColor: 'var(--tenon-trouble)' },
})

/** What opens over the page: completions, and an error under the pointer. */
const tooltips = EditorView.theme({
  '.cm-tooltip': {
    zIndex: '400',
    border: '1px solid var(--tenon-line)',
    borderRadius: '6px',
    backgroundColor: 'var(--tenon-surface)',
    color: 'var(--tenon-text)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    fontFamily: mono,
    fontSize: 'var(--mantine-font-size-sm)',
    maxHeight: '240px',
    borderRadius: '5px',
    maxWidth: 'min(480px, 90vw)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {
    display: 'flex',
    alignItems: 'baseline',
    gap: '8px',
    padding: '4px 8px',
    lineHeight: '20px',
  },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'color-mix(in srgb, var(--tenon-accent) 16%, var(--tenon-surface))',
    color: 'var(--tenon-text)',
  },
  '.cm-completionMatchedText': { textDecoration: 'none', color: 'var(--tenon-accent)' },
  '.cm-completionDetail': {
    flex: '1',
    overflow: 'hidden',
    margin: '0',
    color: 'var(--tenon-quiet)',
    fontStyle: 'normal',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  '.cm-tooltip.cm-completionInfo': {
    maxWidth: '280px',
    padding: '8px 12px',
    fontFamily: 'var(--mantine-font-family)',
    fontSize: 'var(--mantine-font-size-sm)',
    lineHeight: '1.5',
  },
  '.cm-diagnostic': {
    padding: '8px 12px',
    borderLeft: '3px solid var(--tenon-trouble)',
    fontFamily: 'var(--mantine-font-family)',
    fontSize: 'var(--mantine-font-size-sm)',
  },
})

const letters = HighlightStyle.define([
  { tag: tags.string, color: 'var(--tenon-completed)' },
  { tag: [tags.number, tags.bool, tags.null, tags.literal], color: 'var(--tenon-running)' },
  { tag: [tags.keyword, tags.controlKeyword], color: 'var(--tenon-accent)', fontWeight: '600' },
  { tag: tags.function(tags.variableName), color: 'var(--tenon-accent)' },
  { tag: tags.comment, color: 'var(--tenon-quiet)', fontStyle: 'italic' },
])

/** The editor in our colours, light and dark. */
export const editorLook: Extension = [field, tooltips, syntaxHighlighting(letters)]
