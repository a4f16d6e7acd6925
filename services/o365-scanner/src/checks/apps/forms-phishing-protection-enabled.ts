import { check, fail, pass, saw, target } from '@cis-scan/engine';
import { formsSettings } from '../../facts/graph/forms-settings.ts';
import { titled } from '../_titled.ts';

export default check({
  title: 'Microsoft Forms looks for phishing inside the organisation',
  why: 'A form of a colleague whose account was taken asks for passwords and is believed.',
  fix: 'In the Microsoft 365 admin center, Settings, Org settings, Services, Microsoft Forms, select "Add internal phishing protection".',
  needs: { formsSettings },
  evaluate({ formsSettings: { scansForPhishing } }) {
    const found = saw(formsSettings, { 'settings.isInOrgFormsPhishingScanEnabled': scansForPhishing });
    return scansForPhishing
      ? [pass(target, 'forms of the organisation are scanned for phishing', found)]
      : [fail(target, 'forms of the organisation are not scanned for phishing, they should be', found)];
  },
  otherwise: [titled('internal phishing protection for Forms')],
});
