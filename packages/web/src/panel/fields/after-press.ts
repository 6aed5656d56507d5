/**
 * Calls back once no button of the mouse is pressed: what appears below a field that is left by
 * pressing another would move that away, and the click would be lost.
 */
export const afterPress = (callBack: () => void): void => {
  if (document.querySelector(':active') === null) callBack()
  else addEventListener('mouseup', callBack, { once: true, capture: true })
}
