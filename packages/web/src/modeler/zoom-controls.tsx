import { ActionIcon } from '@mantine/core'
import { useSyncExternalStore } from 'react'
import { showAll } from '../canvas/show-all.ts'
import type { TenonModeler } from '../canvas/services.ts'
import { FitIcon, MinusIcon, PlusIcon } from './icons.tsx'
import classes from './modeler.module.css'
import { modelerWords } from './words.ts'

const step = 1.25
const percent = new Intl.NumberFormat('en', { style: 'percent' })
const words = modelerWords.zoom

/** How near the diagram is; a press on the number brings it to its own size. */
export const ZoomControls = ({ modeler }: { readonly modeler: TenonModeler }) => {
  const canvas = modeler.get('canvas')
  const scale = useSyncExternalStore(
    (listener) => {
      modeler.get('eventBus').on('canvas.viewbox.changed', listener)
      return () => modeler.get('eventBus').off('canvas.viewbox.changed', listener)
    },
    () => canvas.zoom(),
  )
  const look = { variant: 'subtle', color: 'gray' } as const
  return (
    <div className={classes.zoom}>
      <ActionIcon
        {...look}
        aria-label={words.out}
        title={words.out}
        onClick={() => canvas.zoom(scale / step, 'auto')}
      >
        <MinusIcon />
      </ActionIcon>
      <button
        className={classes.scale}
        type="button"
        aria-label={`${words.level} ${percent.format(scale)}`}
        onClick={() => canvas.zoom(1, 'auto')}
      >
        {percent.format(scale)}
      </button>
      <ActionIcon
        {...look}
        aria-label={words.in}
        title={words.in}
        onClick={() => canvas.zoom(scale * step, 'auto')}
      >
        <PlusIcon />
      </ActionIcon>
      <ActionIcon
        {...look}
        aria-label={words.fit}
        title={words.fit}
        onClick={() => showAll(modeler)}
      >
        <FitIcon />
      </ActionIcon>
    </div>
  )
}
