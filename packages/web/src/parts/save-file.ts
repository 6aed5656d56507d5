/** Gives the person a file, as if it had been downloaded. */
export const saveFile = (name: string, text: string, mediaType: string): void => {
  const address = URL.createObjectURL(new Blob([text], { type: mediaType }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser has taken the content once the click was handled.
  setTimeout(() => {
    URL.revokeObjectURL(address)
  })
}
