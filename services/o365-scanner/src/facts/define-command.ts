import { Unreadable, type Fact, type Listing } from '@cis-scan/engine';
import type { Command, Tenant } from '../tenant.ts';
import type { Answer } from './answer.ts';
import { readable } from './gap.ts';
import { gathered } from './pages.ts';

interface CommandSpec {
  /** Path of the fact's file: `exchange/malware-filter-policies`. */
  readonly name: string;
  /** Where the cmdlet lives. */
  readonly surface?: 'exchange' | 'purview';
  /** A reading cmdlet; one that could write does not compile. */
  readonly cmdlet: Command['cmdlet'];
  /** A function where they hold a moment, which is that of the reading. */
  readonly parameters?: Command['parameters'] | (() => Command['parameters']);
  /**
   * The endpoint of the documented Exchange Admin API that serves it (`OrganizationConfig`, `Mailbox` …). Without one the
   * cmdlet goes through InvokeCommand, which takes another permission.
   */
  readonly endpoint?: 'OrganizationConfig' | 'AcceptedDomain' | 'Mailbox' | 'MailboxFolderPermission';
}

/** The roles that let a registered app run reading cmdlets, beside the permission. */
const ROLE = 'the directory role Global Reader for the app';

/**
 * What a reading cmdlet of Exchange Online or Purview lists, all its pages. PowerShell's own habits (one element instead
 * of a list, numbers and flags as text) are taken by `Answer`.
 */
export function command<T>(spec: CommandSpec & { readonly read: (item: Answer) => T }): Fact<Listing<T>> {
  const { name, surface = 'exchange', cmdlet, parameters = {}, endpoint = null } = spec;
  const rights = [endpoint === null ? 'Exchange.ManageAsApp' : 'Exchange.ManageAsAppV2'];
  const call = endpoint === null ? `${surface}:${cmdlet}` : `${surface}:${endpoint}/${cmdlet}`;
  return {
    kind: 'fact',
    name,
    calls: [call],
    rights,
    source: call,
    basis: 'direct',
    needs: {},
    read: (source: unknown) => {
      const asked = { endpoint, cmdlet, parameters: typeof parameters === 'function' ? parameters() : parameters };
      return gathered({
        fact: name,
        page: (next) => readable((source as Tenant)[surface].run(asked, next), { call, rights, alsoNeeds: ROLE }),
        read: spec.read,
      });
    },
  };
}

/** A cmdlet that answers about the organisation as a whole: its one element. None, or an unread one, is a gap. */
export function commandOne<T>(spec: CommandSpec & { readonly read: (item: Answer) => T }): Fact<T> {
  const list = command(spec);
  return {
    ...list,
    read: async (source: unknown, facts: never) => {
      const { items, gaps } = (await list.read(source, facts)).parts();
      const [one] = items;
      const [gap] = gaps;
      if (gap) throw new Unreadable(gap);
      if (one === undefined) throw new Error(`${list.source} answered nothing`);
      return one;
    },
  };
}
