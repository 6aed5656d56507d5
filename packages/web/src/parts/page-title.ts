import { useEffect } from 'react'

const product = 'Tenon'

/** Names the page in the tab of the browser; nothing while the name is not known. */
export const usePageTitle = (title: string | undefined): void => {
  useEffect(() => {
    document.title = title === undefined || title === '' ? product : `${title} · ${product}`
  }, [title])
}
