import { Popover } from '@mantine/core'
import { useState } from 'react'
import { panelWords as words } from '../words.ts'
import classes from './field.module.css'
import { RichText } from './rich-text.tsx'

/** What a template says about a field at more length; it opens at a press. */
export const FieldHelp = ({ label, text }: { readonly label: string; readonly text: string }) => {
  const [isOpen, setOpen] = useState(false)
  return (
    <Popover width={280} position="left-start" withArrow opened={isOpen} onChange={setOpen}>
      <Popover.Target>
        <button
          type="button"
          className={classes.help}
          aria-label={words.field.about(label)}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <circle cx="8" cy="8" r="6.25" />
            <path d="M8 7.5v3.25M8 5v.5" />
          </svg>
        </button>
      </Popover.Target>
      <Popover.Dropdown className={classes.helpText} aria-label={words.field.about(label)}>
        <RichText text={text} />
      </Popover.Dropdown>
    </Popover>
  )
}
