import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { requestWords } from '../words.ts'
import classes from './no-requests.module.css'

const words = requestWords.list

/** Nothing has been started yet: what a Request is, and how to get one. */
export const NoRequests = () => (
  <div className={classes.notice}>
    <h2 className={classes.title}>{words.empty.title}</h2>
    <p className={classes.text}>{words.empty.text}</p>
    <Button renderRoot={(props) => <Link to="/models" {...props} />}>{words.empty.next}</Button>
  </div>
)

/** The filter leaves nothing. */
export const NoMatch = ({ onReset }: { readonly onReset: () => void }) => (
  <div className={classes.notice}>
    <p className={classes.text}>{words.noMatch}</p>
    <Button variant="default" onClick={onReset}>
      {words.filter.reset}
    </Button>
  </div>
)
