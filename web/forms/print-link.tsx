import { Link } from '@tanstack/react-router'
import type { FormCode, FormThing } from '../../domain/forms/forms.ts'
import { useLanguage } from '../language.ts'
import { Icon } from '../pieces/icon.tsx'
import { useMayAny } from '../session.ts'

/** As many things as an address can carry; who wants more prints the whole series. */
export const mostChosen = 200

interface PrintLinkProps {
  thing: FormThing
  ids: readonly string[]
  form?: FormCode
}

/** The way from things on a page to the forms that are printed for them; nothing where there is nothing to print. */
export function PrintLink({ thing, ids, form }: PrintLinkProps) {
  const { t } = useLanguage()
  const mayAny = useMayAny()
  if (!mayAny(['form.print']) || ids.length === 0 || ids.length > mostChosen) return null
  return (
    <Link className="button" to="/print" search={{ thing, ids: ids.join(','), ...(form && { form }) }}>
      <Icon name="print" size={16} />
      {t({ zh: '打印表单', en: 'Print forms' })}
    </Link>
  )
}
