/** Has the browser save a text as a file. */
export const download = (fileName: string, text: string, mediaType: string): void => {
  const address = URL.createObjectURL(new Blob([text], { type: mediaType }))
  const link = document.createElement('a')
  link.href = address
  // What no file system takes, and what would hide the file.
  link.download = fileName.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '-').replace(/^\.+/, '')
  link.click()
  URL.revokeObjectURL(address)
}
