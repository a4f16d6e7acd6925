/** The four switches of S3 Block Public Access, of a bucket or of the whole account. */
export interface PublicAccessBlock {
  readonly blockPublicAcls: boolean;
  readonly ignorePublicAcls: boolean;
  readonly blockPublicPolicy: boolean;
  readonly restrictPublicBuckets: boolean;
}

const SWITCHES = ['blockPublicAcls', 'ignorePublicAcls', 'blockPublicPolicy', 'restrictPublicBuckets'] as const;

export const NOTHING_BLOCKED: PublicAccessBlock = {
  blockPublicAcls: false,
  ignorePublicAcls: false,
  blockPublicPolicy: false,
  restrictPublicBuckets: false,
};

/** Names of the switches that are off at every level; a switch holds when any level has it on. Empty: fully blocked. */
export const switchedOff = (...levels: readonly PublicAccessBlock[]): readonly string[] =>
  SWITCHES.filter((name) => !levels.some((level) => level[name]));
