import {
  PutConfigurationRecorderCommand,
  PutDeliveryChannelCommand,
  StartConfigurationRecorderCommand,
} from '@aws-sdk/client-config-service';
import type { SeededAccount } from './account.ts';

export interface RecorderPlan {
  readonly region: string;
  readonly bucket: string;
  readonly everything: boolean;
  readonly global: boolean;
  readonly recording: boolean;
}

/** Makes the recorder of AWS Config in a region. */
export async function seedRecorder(account: SeededAccount, plan: RecorderPlan): Promise<void> {
  const config = account.config(plan.region);
  await config.send(
    new PutConfigurationRecorderCommand({
      ConfigurationRecorder: {
        name: 'default',
        roleARN: `arn:aws:iam::${account.id}:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig`,
        recordingGroup: plan.everything
          ? { allSupported: true, includeGlobalResourceTypes: plan.global }
          : { allSupported: false, includeGlobalResourceTypes: false, resourceTypes: ['AWS::EC2::Instance'] },
      },
    }),
  );
  await config.send(new PutDeliveryChannelCommand({ DeliveryChannel: { name: 'default', s3BucketName: plan.bucket } }));
  if (plan.recording) {
    await config.send(new StartConfigurationRecorderCommand({ ConfigurationRecorderName: 'default' }));
  }
}
