import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { connected, TENANT, type Connected } from '../testing/connected.ts';
import { standIn } from '../testing/stand-in.ts';

const good = { body: { value: [1] } };
let at: Connected;
beforeAll(async () => {
  at = await connected();
});
afterAll(() => at.host.stop());

describe('where it is sent', () => {
  test.each<[string, string, string]>([
    [
      'a raw path',
      "/v1.0/users?$filter=userType eq 'Guest'&$top=999",
      '/v1.0/users?$filter=userType%20eq%20%27Guest%27&$top=999',
    ],
    ['an encoded id', '/v1.0/groups/a%2Fb/members', '/v1.0/groups/a%2Fb/members'],
    [
      'characters that mean something',
      "/v1.0/x?$filter=a eq '#1+1 ü 5%'",
      '/v1.0/x?$filter=a%20eq%20%27%231%2B1%20%C3%BC%205%25%27',
    ],
    [
      'a next link, verbatim',
      'NEXT/v1.0/x?b=2&$select=id&a&$skiptoken=X%2b+%20',
      '/v1.0/x?b=2&$select=id&a&$skiptoken=X%2b+%20',
    ],
  ])('%s', async (_, url, sent) => {
    at.host.answer(() => good);
    expect(await at.graph(url.replace('NEXT', at.host.url))).toEqual(good.body);
    expect(at.host.seen[0]?.url).toBe(sent);
    expect(at.host.seen[0]?.headers).toMatchObject({
      authorization: 'Bearer token-of-graph',
      prefer: 'include-unknown-enum-members',
      'client-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });

  test.each(['$count=true&$filter=x ne 1', '$search="a:b"'])('%s is said to be an advanced query', async (query) => {
    at.host.answer(() => good);
    await at.graph(`/v1.0/users?${query}`);
    expect(at.host.seen[0]?.headers['consistencylevel']).toBe('eventual');
  });

  test('a next link to another origin is refused, and gets no token', async () => {
    const other = await standIn();
    other.answer(() => good);
    for (const link of [`${other.url}/v1.0/x`, at.host.url.replace('https', 'http'), `https://u@127.0.0.1/`, 'x'])
      expect(await at.graph(link)).toMatchObject({ trouble: 'malformed' });
    expect(other.seen).toEqual([]);
    await other.stop();
  });

  test('a closed surface is asked nothing', async () => {
    const closed = { ...at.target().endpoints, graph: null };
    expect(await at.graph('/v1.0/x', { endpoints: closed })).toMatchObject({ trouble: 'closed' });
    const dns = at.use(({ dns }) => dns.query('TXT', 'contoso.example'));
    await expect(dns).rejects.toMatchObject({ trouble: 'closed' });
    await expect(at.use(({ teams }) => teams.get('/x'))).rejects.toMatchObject({ trouble: 'closed' });
  });
});

describe('cmdlets', () => {
  test('through InvokeCommand, and further pages by the same to their link', async () => {
    const next = `${at.host.url}/adminapi/beta/${TENANT}/InvokeCommand?$skiptoken=2`;
    const command = { endpoint: null, cmdlet: 'Get-Mailbox', parameters: { ResultSize: 'Unlimited' } } as const;
    at.host.answer(() => good);
    await at.use(async ({ exchange }) => {
      await exchange.run(command, null);
      await exchange.run(command, next);
    });
    const body = JSON.stringify({
      CmdletInput: { CmdletName: 'Get-Mailbox', Parameters: { ResultSize: 'Unlimited' } },
    });
    expect(at.host.seen.map((one) => [one.method, one.url, one.body])).toEqual([
      ['POST', `/adminapi/beta/${TENANT}/InvokeCommand`, body],
      ['POST', `/adminapi/beta/${TENANT}/InvokeCommand?$skiptoken=2`, body],
    ]);
    expect(at.host.seen[0]?.headers).toMatchObject({
      authorization: 'Bearer token-of-exchange',
      'x-anchormailbox': `APP:SystemMailbox{bb558c35-97f1-4cb9-8ff7-d53741dc928c}@${TENANT}`,
      prefer: 'odata.maxpagesize=1000',
    });
    expect(at.asked.map(({ call }) => call)).toEqual([
      'exchange:Get-Mailbox {"ResultSize":"Unlimited"}',
      `exchange:Get-Mailbox {"ResultSize":"Unlimited"} ${next}`,
    ]);
  });
  test('through the Admin API; a 401 without a body is an answer', async () => {
    at.host.answer(() => ({ status: 401, body: '', headers: { 'content-type': 'text/plain' } }));
    const command = { endpoint: 'OrganizationConfig', cmdlet: 'Get-OrganizationConfig', parameters: {} } as const;
    const got = at.use(({ purview }) => purview.run(command, null));
    await expect(got).rejects.toMatchObject({ trouble: 'status', status: 401, code: '' });
    expect(at.host.seen.map(({ url }) => url)).toEqual([`/adminapi/v2.0/${TENANT}/OrganizationConfig`]);
  });
});
