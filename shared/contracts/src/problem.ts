import { Type, type Static } from 'typebox';

/** RFC 9457 problem details; `errors` names each faulty field of a request by its path. */
export const Problem = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String(),
    errors: Type.Array(Type.Object({ path: Type.String(), detail: Type.String() }, { additionalProperties: false })),
  },
  { additionalProperties: false },
);
export type Problem = Static<typeof Problem>;
