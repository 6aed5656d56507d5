import { Page } from '../parts/page.tsx'

export const RequestPage = () => <Page>Request</Page>
