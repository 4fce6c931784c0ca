import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Actor } from '../../domain/access/actor.ts'
import { rankOf } from '../../domain/access/secrecy.ts'
import { readSearch, type SearchRequest } from '../../domain/holdings/search-syntax.ts'
import { type SearchTerm, searchQuery, searchTerm } from '../../domain/shared/text.ts'
import { type Db, textArray } from '../platform/db.ts'
import { currentKinds } from './kinds.sql.ts'
import type { Asked } from './search-input.ts'
import { visibleItems } from './visible.sql.ts'

/** What is looked for, by whom: words anywhere, words in one field, and conditions on the item itself. */
export interface Wanted {
  readonly actor: Actor
  readonly terms: readonly SearchTerm[]
  readonly inFields: readonly { readonly field: string; readonly term: SearchTerm }[]
  readonly points: Omit<SearchRequest, 'words' | 'inFields'>
  readonly asked: Omit<Asked, 'text'>
}

/** Reads what was asked; undefined where words were typed of which none can be looked for. */
export async function wantedOf(tx: Db, actor: Actor, { text, ...asked }: Asked): Promise<Wanted | undefined> {
  // Only a colon can name a field of some kind.
  const kinds = /[:：]/.test(text) ? (await currentKinds(tx)).map(({ kind }) => kind) : []
  const { words, inFields, ...points } = readSearch(text, kinds)
  const { terms } = searchQuery(words)
  const fields = inFields.flatMap(({ field, text: said }) => {
    const term = searchTerm(said)
    return term ? [{ field, term }] : []
  })
  if (text !== '' && terms.length + fields.length + Object.keys(points).length === 0) return undefined
  return { actor, terms, inFields: fields, points, asked }
}

/** Whether there are words for the index; without, the items are gone through as a list. */
export const hasWords = ({ terms, inFields }: Wanted): boolean => terms.length + inFields.length > 0

/** Items this person may see that meet every condition but the words. */
export function narrowed(tx: Db, { actor, points, asked }: Wanted) {
  const { code, years, dates, box, volume } = points
  const { fondsId, kind, year, retention, unitId, secrecy, state, files } = asked
  const rows = tx
    .selectFrom('item')
    .where(visibleItems(actor))
    .$if(fondsId !== undefined, on => on.where('item.fonds_id', '=', fondsId ?? ''))
    .$if(kind !== undefined, on => on.where('item.kind', '=', kind ?? ''))
    .$if(year !== undefined, on => on.where('item.year', '=', year ?? 0))
    .$if(retention !== undefined, on => on.where('item.retention', '=', retention ?? ''))
    .$if(unitId !== undefined, on => on.where('item.unit_id', '=', unitId ?? ''))
    .$if(secrecy !== undefined, on => on.where('item.secrecy', '=', rankOf(secrecy ?? 'public')))
    .$if(state !== undefined, on => on.where('item.state', '=', state ?? ''))
    .$if(files !== undefined, on => on.where(hasFiles, '=', files ?? true))
  return rows
    .$if(code !== undefined, on => on.where('item.code', 'like', beginning(code)))
    .$if(years?.from !== undefined, on => on.where('item.year', '>=', years?.from ?? 0))
    .$if(years?.to !== undefined, on => on.where('item.year', '<=', years?.to ?? 0))
    .$if(dates?.from !== undefined, on => on.where('item.dated_on', '>=', dates?.from ?? ''))
    .$if(dates?.to !== undefined, on => on.where('item.dated_on', '<=', dates?.to ?? ''))
    .$if(box !== undefined, on => on.where(inBox(box ?? 0)))
    .$if(volume !== undefined, on =>
      on.where('item.volume_id', 'in', tx.selectFrom('volume').select('id').where('code', 'like', beginning(volume))),
    )
}

/** Whether a digital file 电子文件 belongs to the item. */
export const hasFiles = sql<boolean>`exists (select from component where item_id = item.id)`

const inBox = (number: number) => sql<SqlBool>`item.id in (
  select i.id from item i join box on box.id = i.box_id where box.number = ${number}
  union all select i.id from item i join volume v on v.id = i.volume_id join box on box.id = v.box_id where box.number = ${number})`

const beginning = (text = '') => `${text.replace(/[\\%_]/g, '\\$&')}%`

/** From here on characters can stand apart in a text that has all their pairs, so the text itself is looked at again. */
const recheckFrom = 3

/** Every term's pairs must be in the index; longer terms must also stand in the folded text as they are, and those of a field in that field. */
export function matches({ terms, inFields }: Wanted): RawBuilder<SqlBool> {
  const lexemes = [...terms, ...inFields.map(({ term }) => term)].flatMap(({ grams }) => grams.map(quoted))
  const conditions = [
    sql<SqlBool>`found.grams @@ ${[...new Set(lexemes)].join(' & ')}::tsquery`,
    ...terms
      .filter(({ text }) => [...text].length >= recheckFrom)
      .map(({ text }) => sql<SqlBool>`strpos(found.folded, ${text}) > 0`),
    ...inFields.map(({ field, term }) => sql<SqlBool>`strpos(found.described ->> ${field}, ${term.text}) > 0`),
  ]
  return sql<SqlBool>`${sql.join(conditions, sql` and `)}`
}

/** A lexeme as the text form of a tsquery has it; the query is a parameter, so this is about its own grammar only. */
export const quoted = (lexeme: string): string => `'${lexeme.replace(/['\\]/g, '$&$&')}'`

/** The conditions that the index itself knows of, so that it gathers nothing of another kind or year. */
export function standsIn({ asked, points: { years } }: Wanted): RawBuilder<SqlBool> {
  const { fondsId, kind, year, retention, unitId } = asked
  const letters = { f: fondsId, k: kind, y: year, r: retention, u: unitId }
  const places = Object.entries(letters).flatMap(([letter, value]) => (value === undefined ? [] : [letter + value]))
  return sql<SqlBool>`${sql.join(
    [
      ...(places.length > 0 ? [sql`found.places @> ${textArray(places)}`] : []),
      ...(years?.from && years.to && years.to - years.from < mostYears
        ? [sql`found.places && ${textArray(yearsFrom(years.from, years.to))}`]
        : []),
      sql`true`,
    ],
    sql` and `,
  )}`
}

const mostYears = 60
const yearsFrom = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => `y${from + at}`)
