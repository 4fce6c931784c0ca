import { accountingKind } from './accounting.kind.ts'
import { constructionKind } from './construction.kind.ts'
import { contractKind } from './contract.kind.ts'
import { decorationKind } from './decoration.kind.ts'
import { documentKind } from './document.kind.ts'
import { objectKind } from './object.kind.ts'
import { personnelKind } from './personnel.kind.ts'
import { photoKind } from './photo.kind.ts'
import {
  certificateKind,
  instructionKind,
  planKind,
  regulationKind,
  resolutionKind,
  summaryKind,
  voucherKind,
} from './real-estate.kind.ts'
import { filmKind, soundKind } from './recordings.kind.ts'
import { researchKind } from './research.kind.ts'

export type { AccountingFields } from './accounting.kind.ts'
export { type ChecklistEntry, type Condition, fits, gaps, requiredDocuments } from './checklist.ts'
export { type ContractFields, contractKind } from './contract.kind.ts'
export { defineKind, type FieldsOf, type KindDefinition, kindDefinition } from './define-kind.ts'
export { describeField, type FieldDescription, formatField, type Language } from './display.ts'
export { type DocumentFields, documentKind } from './document.kind.ts'
export { alike, extensionChanges, extensionIssues, withRelease } from './extend.ts'
export { type FieldDefinition, type FieldType, type FieldValue, fieldDefinition, type ValueOf } from './field.ts'
export { fieldsSchema } from './fields-schema.ts'
export type { PersonnelFields } from './personnel.kind.ts'

/** Kinds 门类 every installation has from the start, by code and in the order they are offered (S8.1, S17.1); an administrator adds others as rows. */
export const builtInKinds = {
  document: documentKind,
  contract: contractKind,
  accounting: accountingKind,
  personnel: personnelKind,
  construction: constructionKind,
  research: researchKind,
  decoration: decorationKind,
  sound: soundKind,
  film: filmKind,
  photo: photoKind,
  object: objectKind,
  regulation: regulationKind,
  resolution: resolutionKind,
  plan: planKind,
  summary: summaryKind,
  instruction: instructionKind,
  voucher: voucherKind,
  certificate: certificateKind,
} as const

export type BuiltInKindCode = keyof typeof builtInKinds
