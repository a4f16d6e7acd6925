import { regional } from '../define.ts';
import { told } from '../told.ts';
import { recorderRegions } from './recorder-regions.ts';

/** What a recorder does at the moment. */
export interface RecorderStatus {
  readonly name: string;
  readonly recording: boolean;
  /** How its last delivery went, in capitals as the AWS CLI prints it; `null` before the first. */
  readonly lastStatus: string | null;
  readonly lastError: string | null;
}

/** Status of the recorders of each region that has one. API: config DescribeConfigurationRecorderStatus. */
export const recorderStatus = regional({
  name: 'config/recorder-status',
  calls: ['config:DescribeConfigurationRecorderStatus'],
  in: recorderRegions,
  async *read({ config }) {
    const { ConfigurationRecordersStatus = [] } = await config.describeConfigurationRecorderStatus({});
    yield {
      statuses: ConfigurationRecordersStatus.map((s): RecorderStatus => ({
        name: told(s.name, 'the name of a recorder'),
        recording: told(s.recording, 'whether the recorder is recording'),
        lastStatus: s.lastStatus?.toUpperCase() ?? null,
        lastError: s.lastErrorCode ?? null,
      })),
    };
  },
});
