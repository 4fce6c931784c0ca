import { Page } from '../pieces/page.tsx'
export function ApiPage() {
  return <Page title="API">…</Page>
}
