import { contractKind } from './contract.kind.ts'
import { documentKind } from './document.kind.ts'

export { type ChecklistEntry, gaps, requiredDocuments } from './checklist.ts'
export { type ContractFields, contractKind } from './contract.kind.ts'
export { defineKind, type FieldsOf, type KindDefinition, kindDefinition } from './define-kind.ts'
export { describeField, type FieldDescription, formatField, type Language } from './display.ts'
export { type DocumentFields, documentKind } from './document.kind.ts'
export { type FieldDefinition, type FieldType, type FieldValue, fieldDefinition, type ValueOf } from './field.ts'
export { fieldsSchema } from './fields-schema.ts'

/** Kinds 门类 every installation has from the start, by code (S8.1); an administrator adds others as rows. */
export const builtInKinds = { document: documentKind, contract: contractKind } as const

export type BuiltInKindCode = keyof typeof builtInKinds
