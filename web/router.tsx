import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { FailurePage, MissingPage, WaitingPage } from './failure-page.tsx'
import { currentLanguage } from './language.ts'
import { repositoryRoutes } from './repository/routes.ts'
import { root, shell } from './root-routes.ts'
import { parseSearch, stringifySearch, texts } from './search-params.ts'

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: search => texts(search, 'to'),
  component: lazyRouteComponent(() => import('./sign-in/sign-in-page.tsx'), 'SignInPage'),
})

const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  validateSearch: search => texts(search, 'token'),
  component: lazyRouteComponent(() => import('./setup/setup-page.tsx'), 'SetupPage'),
})

const guideStart = createRoute({
  getParentRoute: () => root,
  path: '/guide',
  beforeLoad: () => {
    throw redirect({ to: '/guide/$language/$page', params: { language: currentLanguage(), page: 'start' } })
  },
})

const guide = createRoute({
  getParentRoute: () => root,
  path: '/guide/$language/$page',
  component: lazyRouteComponent(() => import('./guide/guide-page.tsx'), 'GuidePage'),
})

const workbench = createRoute({
  getParentRoute: () => shell,
  path: '/',
  component: lazyRouteComponent(() => import('./workbench/workbench-page.tsx'), 'WorkbenchPage'),
})

const intake = createRoute({
  getParentRoute: () => shell,
  path: '/intake',
  validateSearch: search => texts(search, 'show', 'register'),
  component: lazyRouteComponent(() => import('./intake/intake-page.tsx'), 'IntakePage'),
})

const registry = createRoute({
  getParentRoute: () => shell,
  path: '/registry',
  validateSearch: search => texts(search, 'book', 'year', 'fonds', 'unit', 'state', 'q', 'register'),
  component: lazyRouteComponent(() => import('./registry/registry-page.tsx'), 'RegistryPage'),
})

const registryLine = createRoute({
  getParentRoute: () => shell,
  path: '/registry/$lineId',
  component: lazyRouteComponent(() => import('./registry/line-page.tsx'), 'LinePage'),
})

const item = createRoute({
  getParentRoute: () => shell,
  path: '/items/$itemId',
  validateSearch: search => texts(search, 'view', 'edit', 'file', 'page', 'find'),
  component: lazyRouteComponent(() => import('./item/item-page.tsx'), 'ItemPage'),
})

const imports = createRoute({
  getParentRoute: () => shell,
  path: '/import',
  component: lazyRouteComponent(() => import('./import/import-page.tsx'), 'ImportPage'),
})

const oneImport = createRoute({
  getParentRoute: () => shell,
  path: '/import/$importId',
  component: lazyRouteComponent(() => import('./import/one-import-page.tsx'), 'OneImportPage'),
})

const search = createRoute({
  getParentRoute: () => shell,
  path: '/search',
  validateSearch: search =>
    texts(search, 'q', 'fonds', 'kind', 'year', 'retention', 'unit', 'secrecy', 'state', 'files', 'order'),
  component: lazyRouteComponent(() => import('./search/search-page.tsx'), 'SearchPage'),
})

const browse = createRoute({
  getParentRoute: () => shell,
  path: '/browse',
  validateSearch: search => texts(search, 'fonds', 'kind', 'year', 'retention', 'series', 'state'),
  component: lazyRouteComponent(() => import('./search/browse-page.tsx'), 'BrowsePage'),
})

const arrange = createRoute({
  getParentRoute: () => shell,
  path: '/arrange',
  validateSearch: search => texts(search, 'series', 'volume'),
  component: lazyRouteComponent(() => import('./arrangement/arrange-page.tsx'), 'ArrangePage'),
})

const volume = createRoute({
  getParentRoute: () => shell,
  path: '/volumes/$volumeId',
  component: lazyRouteComponent(() => import('./arrangement/volume-page.tsx'), 'VolumePage'),
})

const check = createRoute({
  getParentRoute: () => shell,
  path: '/checks/$checkId',
  component: lazyRouteComponent(() => import('./arrangement/check-page.tsx'), 'CheckPage'),
})

const box = createRoute({
  getParentRoute: () => shell,
  path: '/boxes/$boxId',
  component: lazyRouteComponent(() => import('./arrangement/box-page.tsx'), 'BoxPage'),
})

const favourites = createRoute({
  getParentRoute: () => shell,
  path: '/favourites',
  validateSearch: search => texts(search, 'folder'),
  component: lazyRouteComponent(() => import('./search/favourites-page.tsx'), 'FavouritesPage'),
})

const catalogue = createRoute({
  getParentRoute: () => shell,
  path: '/catalogue',
  validateSearch: search => texts(search, 'fonds', 'kind', 'year', 'retention', 'unit', 'cover'),
  component: lazyRouteComponent(() => import('./catalogue/catalogue-page.tsx'), 'CataloguePage'),
})

const print = createRoute({
  getParentRoute: () => shell,
  path: '/print',
  validateSearch: search =>
    texts(
      search,
      'form',
      'thing',
      'ids',
      'series',
      'style',
      'width',
      'paper',
      'stock',
      'start',
      'copies',
      'run',
      'file',
    ),
  component: lazyRouteComponent(() => import('./forms/print-page.tsx'), 'PrintPage'),
})

const preservation = createRoute({
  getParentRoute: () => shell,
  path: '/preservation',
  validateSearch: search => texts(search, 'show'),
  component: lazyRouteComponent(() => import('./preservation/preservation-page.tsx'), 'PreservationPage'),
})

const fixity = createRoute({
  getParentRoute: () => shell,
  path: '/preservation/fixity',
  component: lazyRouteComponent(() => import('./preservation/fixity-page.tsx'), 'FixityPage'),
})

const media = createRoute({
  getParentRoute: () => shell,
  path: '/preservation/media',
  validateSearch: search => texts(search, 'show'),
  component: lazyRouteComponent(() => import('./preservation/media-page.tsx'), 'MediaPage'),
})

const audit = createRoute({
  getParentRoute: () => shell,
  path: '/audit',
  validateSearch: search => texts(search, 'person', 'event', 'object', 'from', 'to', 'entry'),
  component: lazyRouteComponent(() => import('./audit/audit-page.tsx'), 'AuditPage'),
})

const classification = createRoute({
  getParentRoute: () => shell,
  path: '/settings/classification',
  validateSearch: search => texts(search, 'tab', 'kind', 'unit'),
  component: lazyRouteComponent(() => import('./classification/classification-page.tsx'), 'ClassificationPage'),
})

const organisation = createRoute({
  getParentRoute: () => shell,
  path: '/settings/organisation',
  validateSearch: search => texts(search, 'tab', 'unit', 'q', 'show', 'person'),
  component: lazyRouteComponent(() => import('./organisation/organisation-page.tsx'), 'OrganisationPage'),
})

const api = createRoute({
  getParentRoute: () => shell,
  path: '/api-docs',
  validateSearch: search => texts(search, 'q', 'operation'),
  component: lazyRouteComponent(() => import('./api/api-page.tsx'), 'ApiPage'),
})

const password = createRoute({
  getParentRoute: () => shell,
  path: '/me/password',
  component: lazyRouteComponent(() => import('./person/password-page.tsx'), 'PasswordPage'),
})

const sessions = createRoute({
  getParentRoute: () => shell,
  path: '/me/sessions',
  component: lazyRouteComponent(() => import('./person/sessions-page.tsx'), 'SessionsPage'),
})

const tokens = createRoute({
  getParentRoute: () => shell,
  path: '/me/tokens',
  component: lazyRouteComponent(() => import('./person/tokens-page.tsx'), 'TokensPage'),
})

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    setup,
    guideStart,
    guide,
    shell.addChildren([
      workbench,
      registry,
      registryLine,
      intake,
      imports,
      oneImport,
      item,
      ...repositoryRoutes,
      search,
      browse,
      arrange,
      volume,
      box,
      favourites,
      check,
      catalogue,
      print,
      preservation,
      fixity,
      media,
      audit,
      organisation,
      classification,
      api,
      password,
      sessions,
      tokens,
    ]),
  ]),
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  defaultPendingComponent: WaitingPage,
  defaultErrorComponent: FailurePage,
  defaultNotFoundComponent: MissingPage,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
