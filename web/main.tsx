import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { onSessionLost, queryClient } from './query-client.ts'
import { router } from './router.tsx'
import './theme/tokens.css'
import './theme/base.css'
import './theme/controls.css'

onSessionLost(() => {
  const { pathname, href } = router.state.location
  if (pathname === '/sign-in' || pathname === '/setup') return
  void router.navigate({ to: '/sign-in', search: { to: href } }).then(() => queryClient.clear())
})

// After an update the chunks of the old version are gone: the page is fetched anew instead of failing.
window.addEventListener('vite:preloadError', () => window.location.reload())

const app = document.getElementById('app')
if (!app) throw new Error('index.html has no #app')

createRoot(app).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
)
