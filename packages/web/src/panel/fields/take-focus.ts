const focusable = 'input, textarea, [contenteditable="true"], button'

/** Scrolls to a field and puts the caret into it; an editor that loads takes the focus then. */
export const takeFocus = (field: HTMLElement): void => {
  field.scrollIntoView({ block: 'center' })
  const control = [...field.querySelectorAll<HTMLElement>(focusable)]
  const wanted = control.find((element) => !element.matches('button')) ?? control[0]
  wanted?.focus({ preventScroll: true })
}
