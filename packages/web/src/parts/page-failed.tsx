import { Button } from '@mantine/core'
import { isMissingCode } from './is-missing-code.ts'
import { Message } from './message.tsx'
import { usePageTitle } from './page-title.ts'
import { partsWords } from './words.ts'

const { title, outdatedTitle, outdated, reload } = partsWords.failed

/** A page that threw, or whose code is no longer on the server. */
export const PageFailed = ({ error }: { readonly error: unknown }) => {
  const isOutdated = isMissingCode(error)
  const shown = isOutdated ? outdatedTitle : title
  usePageTitle(shown)
  return (
    <Message title={shown} text={isOutdated ? outdated : messageOf(error)}>
      <Button
        onClick={() => {
          location.reload()
        }}
      >
        {reload}
      </Button>
    </Message>
  )
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : '')
