const subjects = [
  '奶牛',
  '犊牛',
  '青贮饲料',
  '苜蓿干草',
  '挤奶设备',
  '原料奶',
  '兽药',
  '冻精',
  '粪污处理',
  '消防安全',
  '职工培训',
  '劳动合同',
  '固定资产',
  '档案管理',
  '疫病防控',
  '布鲁氏菌病',
  '结核病检疫',
  '全混合日粮',
  '产房',
  '育成牛',
]
const acts = [
  '采购',
  '验收',
  '检测',
  '防疫',
  '调拨',
  '盘点',
  '维修',
  '租赁',
  '评估',
  '考核',
  '招标',
  '整改',
  '统计',
  '移交',
  '登记',
  '审批',
  '检查',
  '淘汰',
  '改造',
  '节约',
]
const forms = ['的通知', '的请示', '的批复', '工作方案', '情况报告', '会议纪要', '管理办法', '年度总结', '计划', '协议']
const places = ['一场', '二场', '三场', '总部', '北区', '南区', '东河牧场', '西山牧场', '试验站', '繁育中心']
const bodies = ['办公室', '财务部', '兽医组', '繁育组', '饲养组', '奶厅组', '产房', '人力资源部', '采购部', '信息部']

const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T

/** A title that sounds like one of a dairy company's, different for each number. */
export function titleOf(at: number): string {
  const scattered = (at * 2_654_435_761) % 4_294_967_296
  return `关于${pick(places, scattered >>> 3)}${pick(subjects, scattered >>> 7)}${pick(acts, scattered >>> 13)}${pick(forms, scattered >>> 19)}（第${at}号）`
}

export const creatorOf = (at: number): string => pick(bodies, at)
