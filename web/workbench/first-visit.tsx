import { useState } from 'react'
import type { RoleCode } from '../../domain/access/roles.ts'
import { recall, remember } from '../device.ts'
import { useLanguage, type Wording } from '../language.ts'
import { Icon } from '../pieces/icon.tsx'
import { useMe } from '../session.ts'

type Sentences = readonly [Wording, Wording, Wording]

const keeping: Sentences = [
  {
    zh: '收来的材料先在“整理归档”里登记，连同扫描件，成为草稿。',
    en: 'What comes in is first registered under Intake, with its scans, as a draft.',
  },
  {
    zh: '编号给出档号，归档把它定下来；等着做的，每天都摆在这里。',
    en: 'Numbering gives the code, filing settles it; what waits for either lies here every day.',
  },
  {
    zh: '随时按 / 检索；列表里方向键走，空格选，Enter 打开。',
    en: 'Press / to search at any time; in lists arrows walk, Space selects, Enter opens.',
  },
]

const finding: Sentences = [
  {
    zh: '写几个字就能找：题名、文号、人名，或文件里的一句话。',
    en: 'A few words find it: title, document number, people, or a phrase inside a file.',
  },
  {
    zh: '两个字就够；不便打字，写拼音首字母。',
    en: 'Two characters are enough; pinyin initials work as well.',
  },
  {
    zh: '查不到的，可能还没有归档，或密级高于您的知悉范围，可以问档案室。',
    en: 'What is not found may not be filed yet, or lie above your clearance: ask the archive room.',
  },
]

/** What each role is told on its first visit, in three sentences; who has several posts is told of the first one here. */
const sentences: Partial<Record<RoleCode, Sentences>> = {
  archivist: keeping,
  'archive-head': keeping,
  'office-clerk': [
    {
      zh: '收进来、发出去的，在“收文发文”里登记：按 N，Enter 到下一项，Ctrl+Enter 登记下一封。',
      en: 'Register what comes and goes in the registry: N begins, Enter goes on, Ctrl+Enter takes the next letter.',
    },
    {
      zh: '打开一条，分发给部门和人；谁阅过、办过，都看得到。',
      en: 'Open a line to forward it to units and people; who has read and handled it is shown there.',
    },
    {
      zh: '办结以后勾选立件，内容和扫描件直接带到整理归档，不用再打字。',
      en: 'Once finished, select lines and make items of them: words and scans go along without typing.',
    },
  ],
  'part-time-archivist': [
    {
      zh: '本部门的材料在“整理归档”里登记，把扫描件一起拖进去。',
      en: 'Register the papers of your unit under Intake and drop their scans in with them.',
    },
    {
      zh: '登记以后由档案室编号、归档；没写全的，这里会标出缺什么。',
      en: 'The archive room then numbers and files them; what is incomplete is marked here.',
    },
    {
      zh: '做到一半可以放下，下次从这里接着做。',
      en: 'You can leave off half-way and go on from here next time.',
    },
  ],
  auditor: [
    {
      zh: '这里是审计记录：谁在什么时候做了什么；档案内容您看不到。',
      en: 'This is the trail: who did what and when; you see nothing of what the archives say.',
    },
    {
      zh: '每一条都带着上一条的摘要，“核验审计链”把整条链重算一遍。',
      en: 'Each entry carries the digest of the one before; checking the trail recomputes all of it.',
    },
    {
      zh: '记录只增不改，可以筛选，也可以导出带走。',
      en: 'Entries are only ever added; filter them, or export them to take along.',
    },
  ],
  'system-administrator': [
    {
      zh: '您管机构、人员和后台任务；档案内容您看不到。',
      en: 'You look after units, people and background work; you see nothing of what the archives say.',
    },
    {
      zh: '新建的人员，由安全保密员授予岗位以后才能做事。',
      en: 'People you create can act once the security officer has given them a post.',
    },
    {
      zh: '失败的任务会自动再试；一直不成的列在这里。',
      en: 'Failed jobs are tried again by themselves; those that keep failing are listed here.',
    },
  ],
  'security-officer': [
    {
      zh: '您决定谁在哪个岗位、知悉到哪一级；自己的不能自己给。',
      en: 'You decide who holds which post and how much they may know; never your own.',
    },
    {
      zh: '没有岗位的人，什么也看不到，什么也做不了。',
      en: 'Somebody without a post sees nothing and can do nothing.',
    },
    { zh: '每一次授予和撤销都记入审计。', en: 'Every grant and every withdrawal is in the trail.' },
  ],
}

/** Three sentences on the first visit of a role, on this device, until they are put away. */
export function FirstVisit() {
  const { t } = useLanguage()
  const { personId, posts } = useMe()
  const roles = posts.map(({ role }) => role as RoleCode)
  const [role] = (Object.keys(sentences) as RoleCode[]).filter(code => roles.includes(code))
  const name = `first-visit.${personId}.${role ?? 'finder'}`
  const [seen, setSeen] = useState(() => recall(name) === true)
  if (seen || roles.length === 0) return null
  const told = (role && sentences[role]) ?? finding
  return (
    <aside className="first-visit" aria-label={t({ zh: '第一次来', en: 'Your first visit' })}>
      <ol>
        {told.map(sentence => (
          <li key={sentence.en}>{t(sentence)}</li>
        ))}
      </ol>
      <button
        type="button"
        className="button button-quiet"
        onClick={() => {
          remember(name, true)
          setSeen(true)
        }}
      >
        <Icon name="check" size={16} />
        {t({ zh: '知道了', en: 'Got it' })}
      </button>
    </aside>
  )
}
