const digits = /^-?[0-9]{1,24}$/
const least = -(2n ** 63n)
const most = 2n ** 63n - 1n

/** Whether a value is a key as on the wire: a string that holds a 64-bit integer. */
export const isKey = (value: unknown): boolean => {
  if (typeof value !== 'string' || !digits.test(value)) return false
  // 18 digits always fit; only longer ones are worth a big integer.
  if (value.length <= 18) return true
  const key = BigInt(value)
  return key >= least && key <= most
}
