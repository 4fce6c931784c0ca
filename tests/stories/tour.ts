import type { screens } from './browser.ts'

/** One look into the sample farm: who looks, and where. */
export interface Stop {
  readonly name: string
  /** The guide shows it, as `<name>.<language>.webp` in docs/images. */
  readonly inGuide?: true
  readonly login: string
  /** Address; `{item}` stands for a filed item with a PDF, `{volume}` and `{box}` for a filed volume and the box it lies in, `{open}` for a series whose volumes are still being made. */
  readonly path: string
  readonly screen?: keyof typeof screens
  readonly dark?: true
}

/** Every page of the product, seen by somebody who works on it; the guide takes its pictures from here. */
export const tour: readonly Stop[] = [
  { name: 'workbench', inGuide: true, login: 'zhangmin', path: '/' },
  { name: 'intake', inGuide: true, login: 'zhangmin', path: '/intake' },
  { name: 'search', inGuide: true, login: 'zhangmin', path: '/search?q=疫苗' },
  { name: 'browse', inGuide: true, login: 'lijianping', path: '/browse' },
  { name: 'item', inGuide: true, login: 'zhangmin', path: '/items/{item}' },
  { name: 'catalogue', inGuide: true, login: 'zhangmin', path: '/catalogue' },
  { name: 'registry', inGuide: true, login: 'xujingyi', path: '/registry' },
  { name: 'registry-tasks', login: 'zhaochunsheng', path: '/registry?book=mine' },
  { name: 'registry-phone', login: 'sunxiaoyan', path: '/registry?book=mine', screen: 'phone' },
  { name: 'import', login: 'zhangmin', path: '/import' },
  { name: 'arrange', inGuide: true, login: 'zhangmin', path: '/arrange?series={open}' },
  { name: 'volume', inGuide: true, login: 'zhangmin', path: '/volumes/{volume}' },
  { name: 'box', login: 'zhangmin', path: '/boxes/{box}' },
  { name: 'repository', inGuide: true, login: 'zhangmin', path: '/repository' },
  { name: 'preservation', inGuide: true, login: 'zhangmin', path: '/preservation' },
  {
    name: 'print-centre',
    inGuide: true,
    login: 'zhangmin',
    path: '/print?form=volume-contents&thing=volume&ids={volume}',
  },
  { name: 'fixity', login: 'lijianping', path: '/preservation/fixity' },
  { name: 'media', login: 'lijianping', path: '/preservation/media' },
  { name: 'climate', login: 'zhangmin', path: '/repository/climate' },
  { name: 'stocktakes', login: 'zhangmin', path: '/repository/stocktakes' },
  { name: 'filing-scope', login: 'lijianping', path: '/settings/classification?tab=scope' },
  { name: 'favourites', login: 'zhangmin', path: '/favourites' },
  { name: 'classification', inGuide: true, login: 'lijianping', path: '/settings/classification' },
  { name: 'accounts', inGuide: true, login: 'gaoxiang', path: '/settings/organisation' },
  { name: 'rights', inGuide: true, login: 'luoqian', path: '/settings/organisation' },
  { name: 'audit', inGuide: true, login: 'hejing', path: '/audit' },
  { name: 'sessions', inGuide: true, login: 'maxiaojun', path: '/me/sessions' },
  { name: 'tokens', inGuide: true, login: 'zhangmin', path: '/me/tokens' },
  { name: 'programs', login: 'zhangmin', path: '/api-docs' },
  { name: 'workbench-phone', inGuide: true, login: 'sunxiaoyan', path: '/', screen: 'phone' },
  { name: 'search-phone', login: 'maxiaojun', path: '/search?q=牛', screen: 'phone' },
  { name: 'search-night', login: 'wanglijuan', path: '/search?q=合同', dark: true },
]
