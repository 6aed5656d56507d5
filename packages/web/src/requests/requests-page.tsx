import { Overview } from '../overview/overview.tsx'
import { Page } from '../parts/page.tsx'

export const RequestsPage = () => (
  <Page>
    <Overview />
  </Page>
)
