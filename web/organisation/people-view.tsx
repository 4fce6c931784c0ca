import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { type FirstPassword, NewPersonPanel } from './new-person-panel.tsx'
import { useEveryone } from './people.ts'
import { PeopleList } from './people-list.tsx'
import { PersonPanel } from './person-panel.tsx'
import { UnitsPane } from './units-pane.tsx'

/** Units at the left, people in the middle, one person’s posts, clearance and account at the right. */
export function PeopleView() {
  const { person: asked } = useSearch({ from: '/shell/settings/organisation' })
  const navigate = useNavigate({ from: '/settings/organisation' })
  const everyone = useEveryone()
  const [given, setGiven] = useState<FirstPassword | null>(null)
  const show = (person: string | undefined) =>
    void navigate({ search: ({ person: _before, ...others }) => (person ? { ...others, person } : others) })
  const giveOut = (password: FirstPassword) => {
    setGiven(password)
    show(password.personId)
  }
  const person = everyone.people.find(({ id }) => id === asked)
  return (
    <div className="organisation">
      <UnitsPane everyone={everyone} />
      <div className="beside">
        <PeopleList everyone={everyone} onOpen={show} />
        {asked === 'new' && <NewPersonPanel onCreated={giveOut} onClose={() => show(undefined)} />}
        {person && (
          <PersonPanel
            key={person.id}
            person={person}
            everyone={everyone}
            given={given?.personId === person.id ? given : null}
            onGiven={giveOut}
            onTold={() => setGiven(null)}
            onClose={() => show(undefined)}
          />
        )}
      </div>
    </div>
  )
}
