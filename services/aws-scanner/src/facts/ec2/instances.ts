import { regional } from '../define.ts';
import { pages } from '../door.ts';
import { told } from '../told.ts';

/** States in which an instance is gone for good; DescribeInstances shows it for about an hour more. */
const GONE: readonly (string | undefined)[] = ['shutting-down', 'terminated'];

/** EC2 instances of every enabled region, stopped ones too, with the instance profile they carry. API: ec2 DescribeInstances. */
export const instances = regional({
  name: 'ec2/instances',
  calls: ['ec2:DescribeInstances'],
  async *read({ ec2 }, { account, partition, region }) {
    const ask = (NextToken: string | undefined) => ec2.describeInstances({ MaxResults: 1000, NextToken });
    for await (const page of pages(ask, (p) => p.NextToken)) {
      for (const { OwnerId, Instances = [] } of page.Reservations ?? []) {
        for (const instance of Instances) {
          const state = told(instance.State?.Name, 'the state of an instance');
          if (GONE.includes(state)) continue;
          const id = told(instance.InstanceId, 'the id of an instance');
          yield {
            id: `arn:${partition}:ec2:${region}:${OwnerId ?? account}:instance/${id}`,
            name: instance.Tags?.find((tag) => tag.Key === 'Name')?.Value ?? null,
            state,
            /** ARN of its instance profile; AWS leaves the member out where there is none. */
            profile: instance.IamInstanceProfile ? told(instance.IamInstanceProfile.Arn, 'the ARN of a profile') : null,
          };
        }
      }
    }
  },
});
