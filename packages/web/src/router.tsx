import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Navigate,
} from '@tanstack/react-router'
import { Frame } from './frame/frame.tsx'
import { parseListSearch } from './models/list-search.ts'
import { ModelsPage } from './models/models-page.tsx'
import { NotFound } from './parts/not-found.tsx'
import { PageFailed } from './parts/page-failed.tsx'
import { parseListFilter } from './requests/list/list-filter.ts'
import { RequestsPage } from './requests/requests-page.tsx'
import { parseSelection } from './requests/view/selection.ts'

const root = createRootRoute({ component: Frame })

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: () => <Navigate to="/models" replace />,
})

const models = createRoute({
  getParentRoute: () => root,
  path: '/models',
  validateSearch: parseListSearch,
  component: ModelsPage,
})

// The canvas, its editors and the diagrams of Requests are loaded when they are first needed.
const model = createRoute({
  getParentRoute: () => root,
  path: '/models/$modelId',
  component: lazyRouteComponent(() => import('./modeler/modeler-page.tsx'), 'ModelerPage'),
})

const requests = createRoute({
  getParentRoute: () => root,
  path: '/requests',
  validateSearch: parseListFilter,
  component: RequestsPage,
})

const request = createRoute({
  getParentRoute: () => root,
  path: '/requests/$processInstanceKey',
  validateSearch: parseSelection,
  component: lazyRouteComponent(() => import('./requests/request-page.tsx'), 'RequestPage'),
})

export const router = createRouter({
  routeTree: root.addChildren([home, models, model, requests, request]),
  defaultNotFoundComponent: NotFound,
  defaultErrorComponent: PageFailed,
  // Every value is a text, so that an address reads as what was typed: `?filter=12`.
  parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
  stringifySearch: (search) => {
    const texts = Object.entries(search).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    )
    const text = new URLSearchParams(texts).toString()
    return text === '' ? '' : `?${text}`
  },
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
