import { useLocalStorage } from '@mantine/hooks'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Icon, type IconName } from '../parts/icon.tsx'
import { ColourScheme } from './colour-scheme.tsx'
import classes from './rail.module.css'
import { frameWords } from './words.ts'

/** The areas that exist. On a phone it is a bar at the bottom. */
export const Rail = ({ onSearch }: { readonly onSearch: () => void }) => {
  const [width, setWidth] = useLocalStorage<'wide' | 'narrow'>({
    key: 'tenon-rail',
    defaultValue: 'wide',
    getInitialValueInEffect: false,
  })
  const isNarrow = width === 'narrow'
  const turn = isNarrow ? frameWords.expand : frameWords.collapse
  return (
    <nav className={classes.rail} data-width={width} aria-label={frameWords.navigation}>
      <Link className={classes.product} to="/models" aria-label="Tenon">
        <Mark />
        <span className={classes.label}>Tenon</span>
      </Link>
      <Area to="/models" icon="models" label={frameWords.areas.models} />
      <Area to="/requests" icon="requests" label={frameWords.areas.requests} />
      <button className={classes.entry} type="button" title={frameWords.search} onClick={onSearch}>
        <Icon name="search" />
        <Label>{frameWords.search}</Label>
        <kbd className={classes.keys}>{searchKeys}</kbd>
      </button>
      <div className={classes.rest} />
      <ColourScheme />
      <button
        className={`${classes.entry} ${classes.turn}`}
        type="button"
        title={turn}
        onClick={() => {
          setWidth(isNarrow ? 'wide' : 'narrow')
        }}
      >
        <Icon name={isNarrow ? 'expand' : 'collapse'} />
        <Label>{turn}</Label>
      </button>
    </nav>
  )
}

const searchKeys = /mac/i.test(navigator.userAgent) ? '⌘K' : 'Ctrl K'

interface AreaProps {
  readonly to: '/models' | '/requests'
  readonly icon: IconName
  readonly label: string
}

const Area = ({ to, icon, label }: AreaProps) => (
  <Link className={classes.entry} to={to} title={label}>
    <Icon name={icon} />
    <Label>{label}</Label>
  </Link>
)

const Label = ({ children }: { readonly children: ReactNode }) => (
  <span className={classes.label}>{children}</span>
)

/** A tenon in its mortise. */
const Mark = () => (
  <svg className={classes.mark} viewBox="0 0 24 24" aria-hidden="true">
    <rect width="24" height="24" rx="6" />
    <path d="M5 6h5v4h4V6h5v8h-5v4h-4v-4H5z" />
  </svg>
)
