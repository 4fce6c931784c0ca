import { z } from 'zod'
import { kindDefinition } from '../../domain/kinds/index.ts'
import { query } from '../platform/operation.ts'
import { currentKinds } from './kinds.sql.ts'

/** The kinds 门类 that items may be described under, each as the data that forms are drawn from (S8.1). */
export const listKinds = query({
  name: 'kind.list',
  title: '门类列表',
  titleEn: 'Kinds',
  permission: 'signed-in',
  rules: ['S8.1'],
  input: z.strictObject({}),
  output: z.object({ kinds: z.array(kindDefinition) }),
  async run({ tx }) {
    return { kinds: (await currentKinds(tx)).map(({ kind }) => kind) }
  },
})
