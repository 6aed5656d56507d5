import { Page } from '../parts/page.tsx'

export const ModelsPage = () => <Page>Models</Page>
