import { regional } from '../define.ts';
import { told } from '../told.ts';

/** A recorder of the customer's own. */
export interface Recorder {
  readonly name: string;
  /** Does it record every type of resource that AWS Config knows? */
  readonly allTypes: boolean;
  /** Does it also record what exists once per account (IAM)? */
  readonly globalTypes: boolean;
  /** How its types are chosen, in the words of AWS; `null` for recorders older than that choice. */
  readonly strategy: string | null;
}

/**
 * The customer's recorders of AWS Config per region. Recorders that AWS services keep for themselves (scope INTERNAL, or
 * a service's principal) are left out: they record nothing for the customer. API: config DescribeConfigurationRecorders.
 */
export const recorders = regional({
  name: 'config/recorders',
  calls: ['config:DescribeConfigurationRecorders'],
  async *read({ config }) {
    const { ConfigurationRecorders = [] } = await config.describeConfigurationRecorders({});
    const own = ConfigurationRecorders.filter((r) => r.recordingScope !== 'INTERNAL' && !r.servicePrincipal);
    // one item per region, so that a region without any recorder is seen too
    yield {
      recorders: own.map(({ name, recordingGroup: group }): Recorder => {
        const allTypes = told(group?.allSupported, 'whether the recorder takes all types');
        return {
          name: told(name, 'the name of a recorder'),
          allTypes,
          // AWS lets it be true only beside all types, and leaves it out of some answers without them
          globalTypes: allTypes && told(group?.includeGlobalResourceTypes, 'whether it takes global types'),
          strategy: group?.recordingStrategy?.useOnly ?? null,
        };
      }),
    };
  },
});
