import { Button, CopyButton } from '@mantine/core'
import { words } from '../words.ts'
import classes from './command.module.css'

/** A command for the terminal, with a button to copy it. */
export const Command = ({ text }: { readonly text: string }) => (
  <div className={classes.command}>
    <code className={classes.text}>{text}</code>
    {/* Browsers give a page the clipboard over HTTPS and on this machine only. */}
    {isSecureContext && (
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <Button className={classes.copy} size="compact-sm" variant="subtle" onClick={copy}>
            {copied ? words.command.copied : words.command.copy}
          </Button>
        )}
      </CopyButton>
    )}
  </div>
)
