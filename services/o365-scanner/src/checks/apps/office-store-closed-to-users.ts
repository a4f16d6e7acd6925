import { check, fail, notAssessed, pass, saw, target } from '@cis-scan/engine';
import { appsAndServices, type AppsAndServices } from '../../facts/graph/apps-and-services.ts';
import { titled } from '../_titled.ts';

const WHAT: Readonly<Record<keyof AppsAndServices, string>> = {
  isOfficeStoreEnabled: 'fetch apps from the Office store',
  isAppAndServicesTrialEnabled: 'begin trials of apps and services',
};
const isKnown = (name: string): name is keyof AppsAndServices => name in WHAT;

export default check({
  title: 'Users cannot fetch apps from the Office store',
  why: 'An add-in reads what its user reads, and one from the store comes in without anybody having looked at it.',
  fix: 'In the Microsoft 365 admin center, Settings, Org settings, Services, User owned apps and services, clear what lets users reach the Office Store (and start trials).',
  needs: { settings: appsAndServices },
  options: { mustBeOff: Object.keys(WHAT) as readonly string[] },
  evaluate: ({ settings }, { mustBeOff }) =>
    mustBeOff.map((name) => {
      if (!isKnown(name)) throw new RangeError(`there is no setting ${name}`);
      const value = settings[name];
      if (value === null) {
        const detail = `the answer does not tell ${name}`;
        return notAssessed({ fact: appsAndServices.name, cause: 'unsupported', rights: [], detail }, target);
      }
      const found = saw(appsAndServices, { [`settings.${name}`]: value });
      return value
        ? fail(target, `users may ${WHAT[name]}, they should not`, found)
        : pass(target, `users may not ${WHAT[name]}`, found);
    }),
  otherwise: [titled('user owned apps and services')],
});
