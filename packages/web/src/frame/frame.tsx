import { Link, Outlet } from '@tanstack/react-router'
import classes from './frame.module.css'
import { frameWords } from './words.ts'

/** What stands around every page: the rail with the areas that exist, and the page. */
export const Frame = () => (
  <div className={classes.frame}>
    <nav className={classes.rail} aria-label={frameWords.navigation}>
      <Link className={classes.product} to="/models">
        <Mark />
        Tenon
      </Link>
      <Link className={classes.area} to="/models">
        {frameWords.areas.models}
      </Link>
      <Link className={classes.area} to="/requests">
        {frameWords.areas.requests}
      </Link>
    </nav>
    <Outlet />
  </div>
)

/** A tenon in its mortise. */
const Mark = () => (
  <svg className={classes.mark} viewBox="0 0 24 24" aria-hidden="true">
    <rect width="24" height="24" rx="6" />
    <path d="M5 6h5v4h4V6h5v8h-5v4h-4v-4H5z" />
  </svg>
)
