import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { BASE_PERMISSIONS } from '@cis-scan/access/m365';
import { testIntake, type TestIntake } from './testing/intake.ts';

let intake: TestIntake;
beforeEach(async () => {
  intake = await testIntake();
});
afterEach(() => intake.app.close());

describe('GET /access', () => {
  test('AWS: exact policies and the trust policy with the caller’s own external id', async () => {
    const answer = await intake.app.inject({
      url: '/access/aws?benchmark=cis-aws-1.4.0&cloud=aws-us-gov',
      headers: { 'x-api-key': intake.key },
    });
    expect(answer.json()).toMatchObject({
      externalId: 'external-acme',
      account: '999999999999',
      trustPolicy: {
        Statement: [
          {
            Principal: { AWS: 'arn:aws-us-gov:iam::999999999999:root' },
            Condition: { StringEquals: { 'sts:ExternalId': 'external-acme' } },
          },
        ],
      },
      benchmarks: [
        {
          id: 'cis-aws-1.4.0',
          rights: expect.arrayContaining([
            { right: 'iam:GetAccountSummary', optional: false, unlocks: ['1.4'] },
            { right: 'iam:GetCredentialReport', optional: true, unlocks: ['1.4'] },
          ]),
          policies: [{ Statement: [{ Action: expect.arrayContaining(['iam:GetAccountPasswordPolicy']) }] }],
        },
      ],
    });
  });

  test('M365: permissions with what each unlocks', async () => {
    const answer = await intake.app.inject({ url: '/access/m365', headers: { 'x-api-key': intake.key } });
    const none: string[] = [];
    expect(answer.json()).toMatchObject({
      provider: 'm365',
      benchmarks: [
        {
          id: 'cis-m365-1.3.0',
          // The sample uses three of the six, yet a scan is asked to hold all
          base: BASE_PERMISSIONS,
          optional: ['AuditLog.Read.All', 'Exchange.ManageAsApp'],
          rights: expect.arrayContaining([
            { right: 'Policy.Read.All', optional: false, unlocks: ['1.1.1', '1.1.2'], api: 'Microsoft Graph' },
            { right: 'User.Read.All', optional: false, unlocks: none, api: 'Microsoft Graph' },
            { right: 'Exchange.ManageAsApp', optional: true, unlocks: ['4.1'], api: 'Office 365 Exchange Online' },
          ]),
        },
      ],
    });
  });
});
