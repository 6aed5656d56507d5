const token = /"(?:[^"\\]|\\.)*"?|[{}[\],:]|[^\s"{}[\],:]+/g

/**
 * JSON text with a line for each value, as `JSON.stringify` would indent it by two. It is not read
 * into values, so numbers keep all of their digits, and text that was cut is indented as far as it goes.
 */
export const prettyJson = (text: string): string => {
  const tokens = text.match(token) ?? []
  let depth = 0
  const newLine = () => `\n${'  '.repeat(depth)}`
  return tokens
    .map((each, index) => {
      const before = tokens[index - 1]
      const isFilled = tokens[index + 1] !== closing.get(each)
      if (closing.has(each)) depth += 1
      if (closing.has(each)) return isFilled ? each + newLine() : each
      if (each === ',') return each + newLine()
      if (each === ':') return ': '
      if (!isClosing(each)) return each
      depth = Math.max(0, depth - 1)
      return before !== undefined && closing.get(before) === each ? each : newLine() + each
    })
    .join('')
}

const closing = new Map([
  ['{', '}'],
  ['[', ']'],
])

const isClosing = (each: string): boolean => each === '}' || each === ']'
