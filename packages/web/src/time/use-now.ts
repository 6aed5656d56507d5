import { useEffect, useState } from 'react'

/** Epoch milliseconds, renewed every `tickMs`: often enough for times in minutes unless given. */
export const useNow = (tickMs = 10_000): number => {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now())
    }, tickMs)
    return () => {
      clearInterval(timer)
    }
  }, [tickMs])
  return now
}
