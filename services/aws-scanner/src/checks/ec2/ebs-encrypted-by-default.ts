import { check, fail, inRegion, notApplicable, pass, saw, target } from '@cis-scan/engine';
import { ebsEncryptionByDefault } from '../../facts/ec2/ebs-encryption-by-default.ts';

export default check({
  title: 'New EBS volumes are encrypted by default',
  why: 'A volume or snapshot that somebody forgot to encrypt can be read by whoever gets hold of it.',
  fix: 'In each region: EC2, Settings, Data protection and security, EBS encryption, Enable; or aws ec2 enable-ebs-encryption-by-default --region REGION.',
  needs: { ebsEncryptionByDefault },
  evaluate: (facts) =>
    facts.ebsEncryptionByDefault.each(
      ({ region, enabled }) => {
        const seen = saw(ebsEncryptionByDefault, { enabled });
        return enabled
          ? pass(inRegion(region), `encryption by default is on in ${region}`, seen)
          : fail(inRegion(region), `encryption by default is off in ${region}, it should be on`, seen);
      },
      () => notApplicable(target, 'no region was looked at'),
    ),
});
