import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Message } from './message.tsx'
import { usePageTitle } from './page-title.ts'
import { partsWords } from './words.ts'

const { title, text, models } = partsWords.notFound

/** An address that leads nowhere. */
export const NotFound = () => {
  usePageTitle(title)
  return (
    <Message title={title} text={text}>
      <Button renderRoot={(props) => <Link to="/models" {...props} />}>{models}</Button>
    </Message>
  )
}
