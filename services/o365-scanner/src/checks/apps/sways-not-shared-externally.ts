import { check } from '@cis-scan/engine';
import { titled } from '../_titled.ts';

export default check({
  title: 'Sways cannot be shared outside the organisation',
  why: 'A presentation that anybody with the link reads can carry what should have stayed inside.',
  fix: 'In the Microsoft 365 admin center, Settings, Org settings, Services, Sway, do not let people share their sways outside the organisation. No interface tells this setting.',
  ...titled('Sways cannot be shared'),
});
