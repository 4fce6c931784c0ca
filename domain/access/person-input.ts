import { z } from 'zod'

/** Name of a person 姓名 as it is written everywhere. */
export const personName = z.string().trim().min(1).max(60).meta({ title: '姓名', titleEn: 'Name' })

/** Login 登录名: typed on any keyboard, the same in any case. */
export const personLogin = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{1,31}$/)
  .meta({
    title: '登录名',
    titleEn: 'Login',
    hint: '2 到 32 位小写字母、数字、点、横线',
    hintEn: '2 to 32 lower-case letters, digits, dots or dashes',
  })
