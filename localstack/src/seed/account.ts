import { AccountClient } from '@aws-sdk/client-account';
import { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { ConfigServiceClient } from '@aws-sdk/client-config-service';
import { EC2Client } from '@aws-sdk/client-ec2';
import { IAMClient } from '@aws-sdk/client-iam';
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { SNSClient } from '@aws-sdk/client-sns';
import { assumeRole, type AccountCredentials } from '../accounts.ts';

/** Region of everything that an account has only once. */
export const HOME = 'eu-west-1';

/** An account of the emulator with a client per service and region, made when first asked for. */
export class SeededAccount {
  readonly id: string;
  readonly endpoint: string;
  readonly credentials: AccountCredentials;
  #clients = new Map<string, { destroy(): void }>();

  constructor(id: string, endpoint: string, credentials: AccountCredentials) {
    this.id = id;
    this.endpoint = endpoint;
    this.credentials = credentials;
  }

  static async enter(endpoint: string, id: string): Promise<SeededAccount> {
    return new SeededAccount(id, endpoint, await assumeRole(endpoint, `arn:aws:iam::${id}:role/Seeding`, 'seeding'));
  }

  get iam(): IAMClient {
    return this.#client('iam', 'us-east-1', (config) => new IAMClient(config));
  }

  get account(): AccountClient {
    return this.#client('account', 'us-east-1', (config) => new AccountClient(config));
  }

  s3(region: string = HOME): S3Client {
    return this.#client('s3', region, (config) => new S3Client({ ...config, forcePathStyle: true }));
  }

  ec2(region: string): EC2Client {
    return this.#client('ec2', region, (config) => new EC2Client(config));
  }

  cloudtrail(region: string = HOME): CloudTrailClient {
    return this.#client('cloudtrail', region, (config) => new CloudTrailClient(config));
  }

  config(region: string): ConfigServiceClient {
    return this.#client('config', region, (config) => new ConfigServiceClient(config));
  }

  kms(region: string): KMSClient {
    return this.#client('kms', region, (config) => new KMSClient(config));
  }

  logs(region: string = HOME): CloudWatchLogsClient {
    return this.#client('logs', region, (config) => new CloudWatchLogsClient(config));
  }

  cloudwatch(region: string = HOME): CloudWatchClient {
    return this.#client('cloudwatch', region, (config) => new CloudWatchClient(config));
  }

  sns(region: string = HOME): SNSClient {
    return this.#client('sns', region, (config) => new SNSClient(config));
  }

  close(): void {
    for (const client of this.#clients.values()) client.destroy();
  }

  #client<C extends { destroy(): void }>(
    service: string,
    region: string,
    make: (config: { region: string; endpoint: string; credentials: AccountCredentials }) => C,
  ): C {
    const key = `${service} ${region}`;
    const client = this.#clients.get(key) ?? make({ region, endpoint: this.endpoint, credentials: this.credentials });
    this.#clients.set(key, client);
    return client as C;
  }
}
