import { check, notApplicable, target } from '@cis-scan/engine';

export default check({
  title: 'Skype for Business Online uses modern authentication',
  why: 'The service let old protocols in that know no second factor.',
  fix: 'Nothing is left to do: Microsoft retired Skype for Business Online.',
  // plans named after its service belong to phones of Teams today, so the tenant's plans tell nothing about it
  needs: {},
  evaluate: () => [notApplicable(target, 'Skype for Business Online was retired on 31 July 2021')],
});
