/** Drawn on a 20 × 20 field with one even stroke, so that all marks look written by the same pen. */
const paths = {
  workbench: 'M3.5 5.5l1.2 1.2L7 4.3M3.5 10.5l1.2 1.2L7 9.3M3.5 15.5l1.2 1.2L7 14.3M9.5 5.5h7M9.5 10.5h7M9.5 15.5h7',
  registry: 'M4 3.5h9.5l2.5 2.5v10.5H4zM7 8h6M7 11h6M7 14h3.5',
  intake: 'M3 11l2.3-7h9.4L17 11v5.5H3zM3 11h4.2l1 2.2h3.6l1-2.2H17',
  bind: 'M4 3.5h9a3 3 0 0 1 3 3v10H7a3 3 0 0 1-3-3zM4 13.5a3 3 0 0 1 3-3h9M8 3.5v7',
  shelves: 'M3.5 3v14M16.5 3v14M3.5 8h13M3.5 13.5h13M6 8V4.5h2V8M9.5 8V4.5h2V8M7 13.5V10h2v3.5M11 13.5V10h2v3.5',
  import: 'M10 3v8.5M6.5 8l3.5 3.5L13.5 8M3.5 12v4.5h13V12',
  search: 'M13.2 13.2L17 17M9 14.5a5.5 5.5 0 1 1 0-11 5.5 5.5 0 0 1 0 11z',
  print: 'M6 7V3h8v4M6 14H3.5V7h13v7H14M6 11.5h8V17H6z',
  label: 'M3.5 4.5h8L16.5 10l-5 5.5h-8zM6.5 10h.01M9 8h2.5M9 12h2.5',
  audit: 'M10 2.5l6 2.2v4.6c0 4-2.4 6.6-6 8.2-3.6-1.6-6-4.2-6-8.2V4.7zM7.3 9.8l2 2 3.5-3.8',
  people:
    'M7.5 9.5a2.7 2.7 0 1 1 0-5.4 2.7 2.7 0 0 1 0 5.4zM2.5 16.5c0-3.2 2-4.8 5-4.8s5 1.6 5 4.8M13 4.4a2.4 2.4 0 0 1 0 4.7M14.3 12c2 .5 3.2 2 3.2 4.5',
  person: 'M10 10a3.2 3.2 0 1 1 0-6.4 3.2 3.2 0 0 1 0 6.4zM4 17c0-3.4 2.4-5 6-5s6 1.6 6 5',
  settings: 'M3 6h8M15.5 6H17M11 4h3v4h-3zM3 14h1.5M9 14h8M5 12h3.5v4H5z',
  more: 'M4.5 10h.01M10 10h.01M15.5 10h.01',
  down: 'M5.5 8l4.5 4.5L14.5 8',
  right: 'M8 5.5l4.5 4.5L8 14.5',
  check: 'M4 10.5l4 4 8-9',
  cross: 'M5 5l10 10M15 5L5 15',
  plus: 'M10 4v12M4 10h12',
  minus: 'M4 10h12',
  'fit-width': 'M3.5 4v12M16.5 4v12M6 10h8M8 8l-2 2 2 2M12 8l2 2-2 2',
  'fit-page': 'M5 3.5h10v13H5zM10 6v8M8.3 7.7L10 6l1.7 1.7M8.3 12.3L10 14l1.7-1.7',
  turn: 'M4.2 12a6 6 0 1 0 .6-5.2M4.5 3.5v3.6h3.6',
  download: 'M10 3v10M6 9.5l4 4 4-4M3.5 16.5h13',
  copy: 'M7 7V3.5h9.5V13H13M3.5 7H13v9.5H3.5z',
  eye: 'M2.5 10S5 5 10 5s7.5 5 7.5 5-2.5 5-7.5 5-7.5-5-7.5-5zM10 12.3a2.3 2.3 0 1 1 0-4.6 2.3 2.3 0 0 1 0 4.6z',
  'eye-shut':
    'M2.5 10S5 5 10 5s7.5 5 7.5 5-2.5 5-7.5 5-7.5-5-7.5-5zM10 12.3a2.3 2.3 0 1 1 0-4.6 2.3 2.3 0 0 1 0 4.6zM4 16.5l12-13',
  columns: 'M3.5 4h13v12h-13zM8 4v12M12.3 4v12',
  filter: 'M3.5 4.5h13l-5 6v5l-3-1.5v-3.5z',
  'filter-on': 'M3.5 4.5h13l-5 6v5l-3-1.5v-3.5zM5.5 5.8h9M7 7.4h6M8.3 9h3.4M10 10v4',
  warning: 'M10 3l7.5 13.5h-15zM10 8v4M10 14.3h.01',
  clock: 'M10 17a7 7 0 1 1 0-14 7 7 0 0 1 0 14zM10 6v4.3l2.8 1.7',
  star: 'M10 3l2.2 4.6 5 .6-3.7 3.5 1 5L10 14.2l-4.5 2.5 1-5L2.8 8.2l5-.6z',
  'star-on':
    'M10 3l2.2 4.6 5 .6-3.7 3.5 1 5L10 14.2l-4.5 2.5 1-5L2.8 8.2l5-.6zM10 5.5v7M7.5 9.5h5M7.8 12l4.4-2M7.8 9l4.4 3',
  book: 'M4 4.5A1.5 1.5 0 0 1 5.5 3H16v14H5.5A1.5 1.5 0 0 1 4 15.5zM4 14.5A1.5 1.5 0 0 1 5.5 13H16',
} as const

export type IconName = keyof typeof paths

/** A small mark beside words; it never speaks alone, so it is silent for a screen reader. */
export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  const width = name === 'more' ? 2.2 : 1.4
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 20 20" aria-hidden="true">
      <path
        d={paths[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth={width}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
