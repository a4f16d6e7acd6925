/** Condition of an advanced selector on one field. Operators hold together; values of a positive operator are alternatives. */
export interface FieldSelector {
  readonly field: string;
  readonly equals?: readonly string[];
  readonly startsWith?: readonly string[];
  readonly endsWith?: readonly string[];
  readonly notEquals?: readonly string[];
  readonly notStartsWith?: readonly string[];
  readonly notEndsWith?: readonly string[];
}

/** What a trail records. API: cloudtrail:GetEventSelectors, which answers with one kind or the other. */
export interface EventSelectors {
  readonly basic: readonly BasicSelector[];
  readonly advanced: readonly AdvancedSelector[];
}

export interface BasicSelector {
  readonly readWriteType: 'All' | 'ReadOnly' | 'WriteOnly';
  readonly includeManagementEvents: boolean;
  readonly excludeManagementEventSources: readonly string[];
  readonly dataResources: readonly { readonly type: string; readonly values: readonly string[] }[];
}

export interface AdvancedSelector {
  readonly name: string | null;
  readonly fields: readonly FieldSelector[];
}

/** Reading or changing. */
export type Access = 'read' | 'write';

const BASIC_ACCESS: Readonly<Record<BasicSelector['readWriteType'], readonly Access[]>> = {
  All: ['read', 'write'],
  ReadOnly: ['read'],
  WriteOnly: ['write'],
};

/** Has the field selector any operator of the given names, with a value? */
export const uses = (field: FieldSelector, operators: readonly Exclude<keyof FieldSelector, 'field'>[]): boolean =>
  operators.some((operator) => (field[operator]?.length ?? 0) > 0);

/** Does a basic selector record this kind of access? */
export const basicRecords = (selector: BasicSelector, access: Access): boolean =>
  BASIC_ACCESS[selector.readWriteType].includes(access);

/** Is an advanced selector for this category of events (`Management`, `Data`)? */
export const isForCategory = (selector: AdvancedSelector, category: string): boolean =>
  selector.fields.some((f) => f.field === 'eventCategory' && f.equals?.includes(category) === true);

/** Which access the readOnly fields of an advanced selector leave; both without such a field. */
export function accessOf(selector: AdvancedSelector): readonly Access[] {
  const value: Readonly<Record<Access, string>> = { read: 'true', write: 'false' };
  return (['read', 'write'] as const).filter((access) =>
    selector.fields
      .filter((f) => f.field === 'readOnly')
      .every(
        (f) =>
          (!uses(f, ['equals']) || f.equals?.some((v) => v.toLowerCase() === value[access]) === true) &&
          f.notEquals?.some((v) => v.toLowerCase() === value[access]) !== true &&
          !uses(f, ['startsWith', 'endsWith', 'notStartsWith', 'notEndsWith']),
      ),
  );
}
