import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shell } from '../root-routes.ts'
import { texts } from '../search-params.ts'

const repository = createRoute({
  getParentRoute: () => shell,
  path: '/repository',
  validateSearch: search => texts(search, 'room', 'place'),
  component: lazyRouteComponent(() => import('./repository-page.tsx'), 'RepositoryPage'),
})

const climate = createRoute({
  getParentRoute: () => shell,
  path: '/repository/climate',
  validateSearch: search => texts(search, 'room', 'month'),
  component: lazyRouteComponent(() => import('./climate-page.tsx'), 'ClimatePage'),
})

const registers = createRoute({
  getParentRoute: () => shell,
  path: '/repository/registers',
  validateSearch: search => texts(search, 'register', 'month'),
  component: lazyRouteComponent(() => import('./registers-page.tsx'), 'RegistersPage'),
})

const stocktakes = createRoute({
  getParentRoute: () => shell,
  path: '/repository/stocktakes',
  component: lazyRouteComponent(() => import('./stocktakes-page.tsx'), 'StocktakesPage'),
})

const stocktake = createRoute({
  getParentRoute: () => shell,
  path: '/repository/stocktakes/$stocktakeId',
  validateSearch: search => texts(search, 'outcome'),
  component: lazyRouteComponent(() => import('./stocktake-page.tsx'), 'StocktakePage'),
})

/** The addresses of the repository. */
export const repositoryRoutes = [repository, climate, registers, stocktakes, stocktake] as const
