import { createRootRoute, createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { LoneFailurePage } from './failure-page.tsx'
import { queryClient } from './query-client.ts'
import { isSessionLost, meQuery } from './session.ts'

/** Everything there is an address for. */
export const root = createRootRoute({ errorComponent: LoneFailurePage })

/** Everything behind sign-in stands inside the shell. */
export const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  errorComponent: LoneFailurePage,
  async beforeLoad({ location }) {
    const me = await queryClient.ensureQueryData(meQuery).catch((error: unknown) => {
      if (isSessionLost(error))
        throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { to: location.href } })
      throw error
    })
    if (me.mustChangePassword && location.pathname !== '/me/password') throw redirect({ to: '/me/password' })
  },
  component: lazyRouteComponent(() => import('./shell/shell.tsx'), 'Shell'),
})
