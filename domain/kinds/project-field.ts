/** Project number 项目号: one word of capitals and digits, since it stands in the code of every volume of the project. */
export const projectNo = {
  type: 'text',
  title: '项目号',
  titleEn: 'Project number',
  required: true,
  section: 'project',
  maxLength: 20,
  pattern: '[A-Z0-9]{1,20}',
  hint: '大写字母或数字，如 JJ02',
  hintEn: 'capitals or digits such as JJ02',
} as const
