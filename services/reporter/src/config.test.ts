import { expect, test } from '@jest/globals';
import { reporterConfig } from './config.ts';

const seed = {
  DB_TABLE_NAME: 't',
  REPORTER_QUEUE_URL: 'http://q',
  EVENT_BUS_NAME: 'b',
  STORE_BUCKET: 's',
  MAIL_USERNAME: 'user',
  MAIL_PASSWORD: 'canary-password',
  MAIL_PORT: '587',
  MAIL_SERVER: 'smtp.example',
  MAIL_USE_SSL: 'False',
  MAIL_USE_TLS: 'True',
  TEMP_PATH: '/tmp/',
  FROM_ADDR: 'scan@example.com',
};

test('takes the settings as the seed spells them, and hides the password', () => {
  const config = reporterConfig(seed);
  expect(config).toMatchObject({ MAIL_PORT: 587, MAIL_USE_SSL: false, MAIL_USE_TLS: true, TICK_SECONDS: 30 });
  expect(JSON.stringify(config)).not.toContain('canary');
  expect(config.MAIL_PASSWORD?.reveal()).toBe('canary-password');
});

test.each([
  ['MAIL_SERVER', undefined],
  ['DB_TABLE_NAME', ''],
  ['MAIL_PORT', '99999'],
  ['MAIL_USE_TLS', 'perhaps'],
  ['FROM_ADDR', 'a@b\r\nBcc: c@d'],
  ['FROM_ADDR', 'nobody'],
])('names what is wrong with %s = %j', (name, value) => {
  expect(() => reporterConfig({ ...seed, [name]: value })).toThrow(name);
});
