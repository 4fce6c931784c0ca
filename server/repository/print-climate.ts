import { z } from 'zod'
import { carriers, climateMonth, type Excess, excesses } from '../../domain/repository/climate.ts'
import { LocationId } from '../../domain/shared/ids.ts'
import { fileQuery } from '../platform/operation.ts'
import { dayOf, momentOf, registerFile, registerForm } from '../print/register-file.ts'
import { carrierOf, climateOf, readingsOf } from './climate.sql.ts'
import { monthInput } from './climate.ts'
import { readLocation } from './locations.sql.ts'

/** A logger that notes every five minutes fills a month with some nine thousand lines. */
const mostRows = 10_000

/** The monthly sheet 温湿度记录表 of a room: day, time, temperature, humidity, what was out of range, what was done, by whom (S1.4). */
export const printClimate = fileQuery({
  name: 'climate.print',
  title: '温湿度记录表',
  titleEn: 'Monthly sheet of the climate',
  permission: 'climate.print',
  rules: ['S1.4'],
  limit: { per: 'person', max: 60, seconds: 60 },
  input: z.strictObject({ locationId: LocationId, month: monthInput, form: registerForm }),
  async run({ tx, actor, now }, { locationId, month, form }) {
    const room = await readLocation(tx, locationId)
    const carrier = carriers[await carrierOf(tx, locationId)]
    const rows = await readingsOf(tx, locationId, climateMonth(month)).limit(mostRows).execute()
    const [temperature, humidity] = [carrier.temperature.join('–'), carrier.humidity.join('–')]
    return registerFile(
      {
        title: '温湿度记录表',
        subject: `${room.code}-${month}`,
        head: [
          ['库房', `${room.code} ${room.name}`],
          ['月份', month],
          ['要求', `${carrier.title} ${temperature} ℃、${humidity} %`],
        ],
        columns: [
          { key: 'day', title: '日期', widthMm: 22 },
          { key: 'time', title: '时间', widthMm: 13 },
          { key: 'temperature', title: '温度℃', widthMm: 14 },
          { key: 'humidity', title: '湿度%', widthMm: 14 },
          { key: 'exceeded', title: '超限', widthMm: 32, text: true },
          { key: 'measure', title: '处理措施', widthMm: null, text: true },
          { key: 'recorder', title: '记录人', widthMm: 20 },
        ],
        rows: rows.map(row => ({
          day: momentOf(row.taken_at).slice(0, 10),
          time: momentOf(row.taken_at).slice(11),
          temperature: climateOf(row).temperature.toFixed(1),
          humidity: climateOf(row).humidity.toFixed(1),
          exceeded: row.exceeded.map(code => excesses[code as Excess].title).join('、'),
          measure: row.measure,
          recorder: row.recorder,
        })),
        sign: ['记录人', '审核人'],
        printedOn: dayOf(now),
        printedBy: actor.name,
        portrait: true,
      },
      form,
    )
  },
})
