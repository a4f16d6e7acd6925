import { graphList } from '../define.ts';

/** Words that an organisation bans from passwords tell its names and products: they are not kept. */
const NOT_KEPT = 'BannedPasswordList';

/** Tenant-wide settings that were changed from their template's defaults: passwords, groups, consent. */
export interface GroupSetting {
  readonly id: string;
  /** Template id, the same in every tenant. */
  readonly template: string;
  /** Values by name, all of them texts. */
  readonly values: ReadonlyMap<string, string>;
}

/** Settings objects of the directory. One that is not there stands at the defaults of its template. */
export const groupSettings = graphList({
  name: 'graph/group-settings',
  get: '/v1.0/groupSettings',
  permissions: ['Directory.Read.All'],
  read: (item): GroupSetting => ({
    id: item.at('id').text(),
    template: item.at('templateId').text().toLowerCase(),
    values: new Map(
      item
        .at('values')
        .items()
        .map((pair) => [pair.at('name').text(), pair] as const)
        .filter(([name]) => name !== NOT_KEPT)
        // null where a text was left empty
        .map(([name, pair]) => [name, pair.at('value').or('', (value) => value.text())]),
    ),
  }),
});
