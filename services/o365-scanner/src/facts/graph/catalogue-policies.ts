import { SILENT, type DevicePolicy } from '../../semantics/device-policy.ts';
import {
  aboutPasswords,
  catalogueSettings,
  untranslatedIn,
  type CatalogueValues,
} from '../../semantics/settings-catalogue.ts';
import type { Answer } from '../answer.ts';
import { graphList } from '../define.ts';
import { assignedIn } from './device-settings.ts';

const kind = (instance: Answer): string =>
  instance
    .at('@odata.type')
    .text()
    .replace(/^.*\.deviceManagementConfiguration/, '');
/** A member that its kind of instance may leave out: then there is nothing in it. */
const children = (place: Answer): readonly Answer[] => place.at('children').or([], (some) => some.items());

/** Values of an instance and of those inside it. Kinds without a single value (lists of texts) say nothing here. */
function valuesOf(instance: Answer): readonly (readonly [string, string | number])[] {
  const id = instance.at('settingDefinitionId').text().toLowerCase();
  switch (kind(instance)) {
    case 'SimpleSettingInstance': {
      const value = instance.at('simpleSettingValue');
      const isNumber = value
        .at('@odata.type')
        .or('', (type) => type.text())
        .endsWith('IntegerSettingValue');
      return [[id, isNumber ? value.at('value').number() : value.at('value').or('', (text) => text.text())]];
    }
    case 'ChoiceSettingInstance': {
      const value = instance.at('choiceSettingValue');
      const chosen = value.at('value').text().toLowerCase();
      const choice = chosen.startsWith(`${id}_`) ? chosen.slice(id.length + 1) : chosen;
      return [[id, choice], ...children(value).flatMap(valuesOf)];
    }
    case 'GroupSettingInstance':
      return children(instance.at('groupSettingValue')).flatMap(valuesOf);
    case 'GroupSettingCollectionInstance':
      return instance
        .at('groupSettingCollectionValue')
        .items()
        .flatMap((group) => children(group).flatMap(valuesOf));
    default:
      return [];
  }
}

/** All settings of a policy. Where more of them are announced than came along, the policy is unread. */
function settingsOf(item: Answer): CatalogueValues {
  if (!item.at('settings@odata.nextLink').absent()) throw new Error('the policy has more settings than were answered');
  const settings = item.at('settings').items();
  return new Map(settings.flatMap((setting) => valuesOf(setting.at('settingInstance'))));
}

const PLATFORMS: Readonly<Record<string, string>> = {
  androidenterprise: 'android',
  aosp: 'android',
  windows10: 'windows',
};
const MOBILE = ['ios', 'android'];

/** Policies of the settings catalogue, with whether anybody was given them. Settings are read of mobile platforms alone. */
export const cataloguePolicies = graphList({
  name: 'graph/catalogue-policies',
  get: '/beta/deviceManagement/configurationPolicies?$expand=settings,assignments',
  permissions: ['DeviceManagementConfiguration.Read.All'],
  read: (item): DevicePolicy => {
    const platforms = item
      .at('platforms')
      .words()
      .map((word) => PLATFORMS[word.toLowerCase()] ?? word.toLowerCase());
    const values = platforms.some((platform) => MOBILE.includes(platform)) ? settingsOf(item) : null;
    return {
      id: item.at('id').text(),
      name: item.at('name').or('', (name) => name.text()),
      kind: 'catalogue',
      type: 'settings catalogue',
      platforms: [...new Set(platforms)],
      assigned: assignedIn(item),
      aboutPasswords: values !== null && aboutPasswords(values),
      settings: values === null ? SILENT : catalogueSettings(values),
      untranslated: values === null ? [] : untranslatedIn(values),
    };
  },
});
