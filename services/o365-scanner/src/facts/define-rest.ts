import type { Fact } from '@cis-scan/engine';
import type { Tenant } from '../tenant.ts';
import { Answer } from './answer.ts';
import { readable } from './gap.ts';

interface RestSpec<T> {
  /** Path of the fact's file: `teams/client-configuration`. */
  readonly name: string;
  /** The path below the surface's host. */
  readonly get: `/${string}`;
  readonly read: (answer: Answer) => T;
}

function rest<T>(surface: 'teams' | 'sharepoint', right: string, alsoNeeds: string, spec: RestSpec<T>): Fact<T> {
  const call = `${surface}:GET ${spec.get}`;
  return {
    kind: 'fact',
    name: spec.name,
    calls: [call],
    rights: [right],
    source: call,
    basis: 'direct',
    needs: {},
    read: async (source: unknown) =>
      spec.read(
        new Answer(await readable((source as Tenant)[surface].get(spec.get), { call, rights: [right], alsoNeeds })),
      ),
  };
}

/** One answer of the Teams administration interface: a list or an object, as it stands. */
export const teams = <T>(spec: RestSpec<T>): Fact<T> =>
  rest('teams', 'application_access', 'the directory role Global Reader for the app', spec);

/** One answer of SharePoint's administration interface, which only opens to a permission that could write. */
export const sharepoint = <T>(spec: RestSpec<T>): Fact<T> =>
  rest('sharepoint', 'Sites.FullControl.All', 'a certificate instead of a secret', spec);
