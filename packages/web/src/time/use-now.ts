import { useEffect, useState } from 'react'

const tickMs = 10_000

/** Epoch milliseconds, renewed often enough for times in minutes. */
export const useNow = (): number => {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now())
    }, tickMs)
    return () => {
      clearInterval(timer)
    }
  }, [])
  return now
}
