/** How diagrams look. The colours are those of tokens.ts, so that a diagram follows the theme. */
export const look = {
  bpmnRenderer: {
    defaultFillColor: 'var(--tenon-canvas-fill)',
    defaultStrokeColor: 'var(--tenon-canvas-stroke)',
    defaultLabelColor: 'var(--tenon-canvas-text)',
  },
  textRenderer: {
    defaultStyle: { fontFamily: "'IBM Plex Sans', sans-serif", fontSize: 12 },
    // Diagrams of other modelers leave labels the room that they need at this size.
    externalStyle: { fontSize: 11, lineHeight: 1.2 },
  },
} as const

/** Texts are measured when a diagram is drawn, so their typeface must be there by then. */
export const loadTypeface = async (): Promise<void> => {
  await document.fonts.load("12px 'IBM Plex Sans'")
}
