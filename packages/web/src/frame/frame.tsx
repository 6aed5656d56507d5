import { useDisclosure, useHotkeys } from '@mantine/hooks'
import { Outlet, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef, type MouseEvent } from 'react'
import { useLive } from '../live/use-live.ts'
import { Palette } from '../palette/palette.tsx'
import { Icon } from '../parts/icon.tsx'
import classes from './frame.module.css'
import { Rail } from './rail.tsx'
import { frameWords } from './words.ts'

/** What stands around every page: the rail with the areas that exist, and the page. */
export const Frame = () => {
  const main = useFocusAtNavigation()
  const [isPaletteOpen, palette] = useDisclosure()
  // In fields and editors too: it leads away from anywhere.
  useHotkeys([['mod+K', palette.toggle]], [], true)
  const skip = (event: MouseEvent) => {
    event.preventDefault()
    main.current?.focus()
  }
  return (
    <div className={classes.frame}>
      <a className={classes.skip} href="#content" onClick={skip}>
        {frameWords.skip}
      </a>
      <Rail onSearch={palette.open} />
      <div className={classes.content}>
        <LiveNote />
        <main className={classes.main} id="content" ref={main} tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <Palette isOpen={isPaletteOpen} onClose={palette.close} />
    </div>
  )
}

const LiveNote = () => {
  const isLost = useLive()
  return (
    <div role="status">
      {isLost && (
        <p className={classes.note}>
          <Icon name="lost" />
          {frameWords.lost}
        </p>
      )}
    </div>
  )
}

/** Who uses the keyboard or hears the page goes on in the page that was opened. */
const useFocusAtNavigation = () => {
  const main = useRef<HTMLElement>(null)
  const path = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname })
  const shown = useRef(path)
  useEffect(() => {
    const isFirst = shown.current === undefined
    const isSame = shown.current === path
    shown.current = path
    if (isFirst || isSame || main.current?.contains(document.activeElement) === true) return
    main.current?.focus({ preventScroll: true })
  }, [path])
  return main
}
