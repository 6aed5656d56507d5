import { Kbd, Modal } from '@mantine/core'
import classes from './modeler.module.css'
import { shortcutList } from './shortcut-list.ts'
import { modelerWords } from './words.ts'

interface ShortcutsNoteProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** The keys of the canvas. */
export const ShortcutsNote = ({ isOpen, onClose }: ShortcutsNoteProps) => (
  <Modal opened={isOpen} onClose={onClose} title={modelerWords.shortcuts.title}>
    <p className={classes.shortcutsNote}>{modelerWords.shortcuts.note}</p>
    <dl className={classes.shortcuts}>
      {shortcutList.map(({ keys, does }) => (
        <div key={does}>
          <dt>
            {keys.map((key) => (
              <Kbd key={key}>{key === 'mod' ? modKey() : key}</Kbd>
            ))}
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  </Modal>
)

const modKey = (): string => (/Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl')
