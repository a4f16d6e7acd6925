export * from './items.ts';
export { CodecError } from './fields.ts';
export { CursorError } from './cursor.ts';
export { recipientIdOf, scanIdOf } from './keys.ts';
export { intakeTable, type IntakeTable, type PutRequest } from './intake-table.ts';
export { adminTable, CALLER_NAME, type AdminTable } from './admin-table.ts';
export type { AttemptRef, Due, ReporterTable } from './reporter-table.ts';
export { statusOf } from './status.ts';
