import { describe, expect, test } from '@jest/globals';
import { Type } from 'typebox';
import { ConfigError, readConfig, SecretText } from './config.ts';
import { platformClientConfig } from './platform.ts';

const schema = Type.Object({
  DB_TABLE_NAME: Type.String({ minLength: 1 }),
  MAIL_PORT: Type.Integer({ minimum: 1, maximum: 65535 }),
  MAIL_USE_SSL: Type.Boolean({ default: false }),
  LOG_LEVEL: Type.Enum(['info', 'debug'], { default: 'info' }),
  MAIL_PASSWORD: Type.Optional(SecretText()),
});
const good = { DB_TABLE_NAME: 't', MAIL_PORT: '587' };

describe('readConfig', () => {
  test.each([
    ['True', true],
    ['true', true],
    ['False', false],
    ['false', false],
    ['', false],
  ])('reads the boolean %p', (text, value) => {
    expect(readConfig(schema, { ...good, MAIL_USE_SSL: text }).MAIL_USE_SSL).toBe(value);
  });

  test('converts, fills in defaults and leaves other variables out', () => {
    expect(readConfig(schema, { ...good, HOME: '/x' })).toEqual({
      DB_TABLE_NAME: 't',
      MAIL_PORT: 587,
      MAIL_USE_SSL: false,
      LOG_LEVEL: 'info',
    });
  });

  test('hands a secret out wrapped', () => {
    const config = readConfig(schema, { ...good, MAIL_PASSWORD: 'canary' });
    expect(JSON.stringify(config)).not.toContain('canary');
    expect(config.MAIL_PASSWORD?.reveal()).toBe('canary');
  });

  test('names everything that is wrong at once, and no value', () => {
    const env = { MAIL_PORT: 'canary', LOG_LEVEL: 'canary', MAIL_USE_SSL: 'canary' };
    const fault = (): unknown => readConfig(schema, env);
    expect(fault).toThrow(ConfigError);
    expect(fault).toThrow(/set DB_TABLE_NAME/);
    expect(fault).toThrow(/MAIL_PORT must be integer/);
    expect(fault).toThrow(/LOG_LEVEL must be one of info, debug/);
    expect(fault).toThrow(/MAIL_USE_SSL must be boolean/);
    expect(fault).not.toThrow(/canary/);
  });
});

describe('platformClientConfig', () => {
  const at = { AWS_REGION: 'eu-west-1' };
  test('goes to AWS, or whole to the emulator', () => {
    expect(platformClientConfig(at)).toMatchObject({ useQueueUrlAsEndpoint: true, forcePathStyle: false });
    expect(platformClientConfig(at)).not.toHaveProperty('endpoint');
    expect(platformClientConfig({ ...at, AWS_ENDPOINT_URL: 'http://127.0.0.1:5000' })).toMatchObject({
      endpoint: 'http://127.0.0.1:5000',
      useQueueUrlAsEndpoint: false,
      forcePathStyle: true,
    });
  });

  test.each([
    'http://127.0.0.1:5000',
    'http://127.9.9.9',
    'http://localhost:1',
    'http://x.localhost',
    'http://[::1]:5',
    'http://0.0.0.0',
    'no address',
  ])('refuses %s in production', (url) => {
    expect(() => platformClientConfig({ ...at, AWS_ENDPOINT_URL: url, NODE_ENV: 'production' })).toThrow(ConfigError);
  });

  test('a door to another machine is no test door', () => {
    const env = { ...at, AWS_ENDPOINT_URL: 'http://localstack:4566', NODE_ENV: 'production' };
    expect(platformClientConfig(env).endpoint).toBe('http://localstack:4566');
  });
});
