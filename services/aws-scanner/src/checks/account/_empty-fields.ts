/** Names of those fields of a contact that are not filled, in the order in which they are asked for. */
export const emptyFields = <F extends string>(
  contact: Readonly<Record<F, string | null>>,
  fields: readonly F[],
): readonly F[] => fields.filter((field) => contact[field] === null);

/** Why nothing is judged in GovCloud. */
export const KEPT_ELSEWHERE =
  'a GovCloud account has no contacts of its own: AWS keeps them with the standard account that it is linked to, so scan that one';
