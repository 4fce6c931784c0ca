import { defineKind } from '../../domain/kinds/define-kind.ts'
import type { House } from './house.ts'

/** A kind arranged by volume (S13.3), as an administrator may add one: vouchers bound by the month. */
export const voucherKind = defineKind({
  code: 'test-voucher',
  title: '凭证',
  titleEn: 'Vouchers',
  categoryCode: 'ZY·PZ',
  unit: 'volume',
  codePattern: 'ZY',
  fields: {},
})

/** Adds the kind to a house. */
export async function addVoucherKind(house: House): Promise<void> {
  await house.runtime.db
    .insertInto('kind_version')
    .values({ code: voucherKind.code, version: 1, definition: JSON.stringify(voucherKind) })
    .execute()
}
