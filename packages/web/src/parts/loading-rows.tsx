import { Skeleton } from '@mantine/core'
import classes from './loading-rows.module.css'

/** Stands where rows will be; seen only when they take longer than 200 ms. */
export const LoadingRows = ({ label }: { readonly label: string }) => (
  <div className={classes.rows} role="status" aria-label={label}>
    <Skeleton height={16} width="55%" />
    <Skeleton height={16} width="40%" />
    <Skeleton height={16} width="48%" />
  </div>
)
