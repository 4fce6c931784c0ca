import { z } from 'zod'

/** Code of a fonds 全宗号; it stands first in every archival code. */
export const fondsCode = z
  .string()
  .trim()
  .regex(/^[A-Z0-9]{1,8}$/)
  .meta({
    title: '全宗号',
    titleEn: 'Fonds code',
    hint: '大写字母和数字，如 A001',
    hintEn: 'capitals and digits such as A001',
  })

/** Name of a fonds 全宗. */
export const fondsName = z.string().trim().min(1).max(100).meta({ title: '全宗名称', titleEn: 'Fonds name' })
