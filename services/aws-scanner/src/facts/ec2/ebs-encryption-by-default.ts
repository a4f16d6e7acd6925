import { regional } from '../define.ts';
import { told } from '../told.ts';

/** Whether new EBS volumes are encrypted by default, per region. API: ec2 GetEbsEncryptionByDefault. */
export const ebsEncryptionByDefault = regional({
  name: 'ec2/ebs-encryption-by-default',
  calls: ['ec2:GetEbsEncryptionByDefault'],
  async *read({ ec2 }) {
    const { EbsEncryptionByDefault } = await ec2.getEbsEncryptionByDefault({});
    yield { enabled: told(EbsEncryptionByDefault, 'whether encryption is on') };
  },
});
