import { Listing, type Gap } from '@cis-scan/engine';
import { SILENT, type DevicePolicy, type DeviceSettings } from '../semantics/device-policy.ts';
import { read } from './readings.ts';

type Over = Partial<Omit<DevicePolicy, 'settings'>> & { readonly settings?: Partial<DeviceSettings> };

/** A device configuration that everybody was given, with what a case changes in it. */
const policy = (platform: string, settings: Partial<DeviceSettings> = {}, over: Over = {}): DevicePolicy => ({
  id: `id-${over.name ?? platform}`,
  name: platform,
  kind: 'configuration',
  type: `${platform}GeneralDeviceConfiguration`,
  platforms: [platform],
  assigned: true,
  aboutPasswords: true,
  untranslated: [],
  ...over,
  settings: { ...SILENT, ...settings },
});
export const ios = (settings?: Partial<DeviceSettings>, over?: Over) => policy('ios', settings, over);
export const android = (settings?: Partial<DeviceSettings>, over?: Over) => policy('android', settings, over);
export const windows = (settings?: Partial<DeviceSettings>, over?: Over) => policy('windows', settings, over);
export const compliance = { kind: 'compliance' } as const;
export const idle = { assigned: false } as const;

/** A product that carries Intune, and one that does not. */
export const licence = (...plans: readonly string[]) =>
  new Listing([{ id: 'EMS', status: 'Enabled', seats: 25, plans: plans.map((name) => ({ name, status: 'Success' })) }]);

/** What Intune of a licensed tenant holds, as facts of a check. */
export const holding = (...policies: readonly DevicePolicy[]) => {
  const of = (kind: DevicePolicy['kind'], ...gaps: readonly Gap[]) =>
    read(
      new Listing(
        policies.filter((one) => one.kind === kind),
        gaps,
      ),
    );
  return {
    products: licence('INTUNE_A'),
    configurations: of('configuration'),
    compliance: of('compliance'),
    catalogue: of('catalogue'),
  };
};
