import { ActionIcon } from '@mantine/core'
import { requestWords } from '../words.ts'
import classes from './map.module.css'
import type { RequestMap } from './request-map.ts'

const words = requestWords.map
const step = 1.25

const shapes = {
  zoomOut: 'M3.5 8h9',
  zoomIn: 'M8 3.5v9M3.5 8h9',
  fit: 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10',
} as const

/** Zooming for those without a wheel. */
export const MapControls = ({ map }: { readonly map: RequestMap }) => {
  const actions = {
    zoomOut: () => map.zoomBy(1 / step),
    zoomIn: () => map.zoomBy(step),
    fit: () => map.fit(),
  }
  return (
    <div className={classes.controls}>
      {(['zoomOut', 'zoomIn', 'fit'] as const).map((name) => (
        <ActionIcon
          key={name}
          variant="default"
          size={28}
          aria-label={words[name]}
          title={words[name]}
          onClick={actions[name]}
        >
          <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
            <path
              d={shapes[name]}
              fill="none"
              stroke="currentColor"
              strokeWidth="1.6"
              strokeLinecap="round"
              strokeLinejoin="round"
            />
          </svg>
        </ActionIcon>
      ))}
    </div>
  )
}
