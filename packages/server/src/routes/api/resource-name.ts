/** The name of a model as that of a file: letters, digits, spaces and `. _ -` stay. */
export const resourceNameOf = (modelName: string): string => {
  const name = modelName
    .normalize('NFC')
    .replace(/\.(?:bpmn|xml)$/i, '')
    .replaceAll(/[^\p{L}\p{M}\p{N} ._-]+/gu, '-')
    .replaceAll(/^[ .-]+|[ .-]+$/g, '')
  return `${name === '' ? 'model' : name}.bpmn`
}
