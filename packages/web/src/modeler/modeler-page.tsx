import { Page } from '../parts/page.tsx'

export const ModelerPage = () => <Page>Model</Page>
