import { expect, test } from '@jest/globals';
import { fact } from './facts/define.ts';

// What must not compile is proven by `tsc`, which fails on an unused expectation.
test('a fact is handed exactly the operations it declares', () => {
  const summary = fact({
    name: 'x',
    calls: ['iam:GetAccountSummary'],
    async read(aws) {
      const { SummaryMap } = await aws.iam.getAccountSummary({});
      // @ts-expect-error a call that was not declared does not compile
      if (SummaryMap === undefined) await aws.iam.listUsers({});
      // @ts-expect-error nor does a service
      if (SummaryMap === undefined) void aws.ec2;
      return SummaryMap?.['AccountMFAEnabled'] === 1;
    },
  });
  expect(summary).toMatchObject({ calls: ['iam:GetAccountSummary'], rights: ['iam:GetAccountSummary'] });
  // @ts-expect-error a misspelt operation
  fact({ name: 'x', calls: ['iam:GetAcountSummary'], read: async () => 1 });
  // @ts-expect-error a writing operation
  fact({ name: 'x', calls: ['iam:DeleteUser'], read: async () => 1 });
});
