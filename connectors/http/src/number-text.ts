/**
 * A number as Camunda's connectors write it, which is Java's way: whole numbers plain up to 64
 * bits, others with an exponent (`1.0E-7`) below a thousandth and from ten million on.
 */
export const numberText = (value: number): string => {
  const magnitude = Math.abs(value)
  if (Number.isInteger(value) && magnitude < 2 ** 63) return String(value)
  if (magnitude >= 1e-3 && magnitude < 1e7) return String(value)
  const [digits = '', exponent = ''] = value.toExponential().split('e')
  return `${digits.includes('.') ? digits : `${digits}.0`}E${Number(exponent)}`
}
