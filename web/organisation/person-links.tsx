import { Link } from '@tanstack/react-router'
import { useLanguage } from '../language.ts'
import type { Person } from './people.ts'

/** Names of people in a row, each leading to the person's details. */
export function PersonLinks({ people }: { people: readonly Person[] }) {
  const { language } = useLanguage()
  return people.map(({ id, name }, at) => (
    <span key={id}>
      {at > 0 && (language === 'zh' ? '、' : ', ')}
      <Link to="/settings/organisation" search={{ person: id }}>
        {name}
      </Link>
    </span>
  ))
}
