import { expect, test } from '@jest/globals';
import { isMicrosoftsKey, publishesKey } from './dkim.ts';

test.each([
  ['selector1-larkfield-example._domainkey.larkfield.onmicrosoft.com', true],
  ['Selector1-larkfield-example._domainkey.larkfield.onmicrosoft.com.', true],
  ['selector1-larkfield-example._domainkey.larkfield.onmicrosoft.us', true],
  ['selector1-larkfield-example._domainkey.larkfield.partner.onmschina.cn', true],
  ['selector1-larkfield-example._domainkey.larkfield.n-v1.dkim.mail.microsoft', true],
  ['selector1._domainkey.gateway.example', false],
  ['selector1._domainkey.onmicrosoft.com.evil.example', false],
  ['evil-onmicrosoft.com', false],
  ['s.dkim.mail.microsoft.evil.example', false],
  ['evildkim.mail.microsoft', false],
])('%s is kept by Microsoft: %s', (alias, kept) => expect(isMicrosoftsKey(alias)).toBe(kept));

test.each([
  ['v=DKIM1; k=rsa; p=MIIB', true],
  ['k=rsa; p=MIIB', true],
  ['p=MI IB', true],
  ['v=DKIM1; p=', false],
  ['v=DKIM1; k=rsa', false],
  ['v=DKIM2; p=MIIB', false],
  ['', false],
])('"%s" publishes a key: %s', (text, key) => expect(publishesKey(text)).toBe(key));
