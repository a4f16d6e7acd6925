import { check, manual, target } from '@cis-scan/engine';
import { NOT_ASKED } from './_administration.ts';

const PROVIDERS = ['AllowDropBox', 'AllowBox', 'AllowGoogleDrive', 'AllowShareFile', 'AllowEgnyte'];

export default check({
  title: 'Teams offers approved storage only',
  why: 'Files that are put into a storage of somebody else leave the rules on retention, sharing and loss that hold at home.',
  fix: 'In the Teams admin center, Teams, Teams settings, Files, turn off every storage provider that is not approved.',
  needs: {},
  options: { approvedProviders: [] as readonly string[] },
  evaluate(_, { approvedProviders }) {
    const off = PROVIDERS.filter((provider) => !approvedProviders.includes(provider));
    const approved = approvedProviders.length === 0 ? '' : ` (approved: ${[...approvedProviders].sort().join(', ')})`;
    const wanted = off.length === 0 ? 'every provider is approved' : `${off.join(', ')} should be off${approved}`;
    return [
      manual(target, `a person decides: Teams admin center, Teams, Teams settings, Files: ${wanted}; ${NOT_ASKED}`),
    ];
  },
});
