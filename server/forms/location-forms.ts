import { type Level, levels } from '../../domain/repository/levels.ts'
import { markOf } from '../../domain/shared/mark.ts'
import { type Label, printLabels } from '../print/labels.ts'
import { pageForm } from './draw.ts'
import { readPlaces } from './locations.sql.ts'

/** Label of a place in the repository 库位 with its mark as a QR code: a scanner reads where it stands. */
export const locationLabel = pageForm<Label>(
  async ({ reads, ids }) => ({
    docs: (await readPlaces(reads, ids)).map(place => ({
      mark: markOf(place.id),
      heading: place.code,
      lines: [
        `库房 ${place.room_code}${place.room_name === '' ? '' : `　${place.room_name}`}`,
        `${levels[place.level as Level].title}${place.side === '' ? '' : `　${place.side} 面`}`,
        ...(place.name === '' || place.level === 'room' ? [] : [place.name]),
      ],
    })),
    refused: [],
  }),
  (docs, { options, printing }) => printLabels('库位标签', docs, options, printing),
)
