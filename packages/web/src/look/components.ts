import { Button, Input, Menu, Modal, Tooltip } from '@mantine/core'
import { partsWords } from '../parts/words.ts'

/** A control is 32 px high and has 14 px text, unless it says another size. */
const usualSize = (size: string | undefined): boolean => size === undefined || size === 'sm'

/** How Mantine's components look and behave everywhere, so that all pages are one program. */
export const components = {
  Button: Button.extend({
    vars: (_theme, { size, variant = 'filled', color }) => ({
      root: {
        ...(usualSize(size) && {
          '--button-height': '32px',
          '--button-fz': '14px',
          '--button-padding-x': '12px',
        }),
        // Mantine reckons with the accent of the light theme, in the dark too.
        ...(variant === 'filled' &&
          color === undefined && { '--button-color': 'var(--tenon-on-accent)' }),
      },
    }),
  }),
  Input: Input.extend({
    vars: (_theme, { size }) => ({
      wrapper: usualSize(size) ? { '--input-height': '32px', '--input-fz': '14px' } : {},
    }),
  }),
  Menu: Menu.extend({
    defaultProps: { position: 'bottom-end', offset: 4, transitionProps: { duration: 100 } },
  }),
  Modal: Modal.extend({
    defaultProps: {
      padding: 24,
      transitionProps: { duration: 120, transition: 'fade' },
      overlayProps: { backgroundOpacity: 0.4 },
      closeButtonProps: { 'aria-label': partsWords.close },
    },
  }),
  Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, transitionProps: { duration: 80 } } }),
}
