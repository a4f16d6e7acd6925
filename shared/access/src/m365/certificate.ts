import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';

/** What a PEM text holds: a certificate with its key in one clean spelling, or a sentence about what is wrong. */
export type PemReading =
  | { readonly ok: true; readonly pem: string; readonly notBefore: Date; readonly notAfter: Date }
  | { readonly ok: false; readonly detail: string };

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;
const PRIVATE_KEY = /-----BEGIN ((?:[A-Z]+ )?PRIVATE KEY)-----[^-]+-----END \1-----/;
/** Also the older form, whose header says it in its lines. */
const ENCRYPTED = /-----BEGIN ENCRYPTED PRIVATE KEY-----|Proc-Type: *4,ENCRYPTED/;

const wrong = (detail: string): PemReading => ({ ok: false, detail });

/** `null` instead of an error, whose message might quote the key. */
function parsed<T>(parse: () => T): T | null {
  try {
    return parse();
  } catch {
    return null;
  }
}

/**
 * Reads the certificate of an app registration with its private key (PEM, both in one text, any order, chains allowed).
 * The certificate that belongs to the key is taken, and both are written again cleanly, because the sign-in library reads
 * only one spelling of PEM. The sentences hold nothing of the text.
 */
export function readPem(text: string): PemReading {
  const blocks = text.match(CERTIFICATE) ?? [];
  if (blocks.length === 0) return wrong('This PEM text holds no certificate.');
  if (ENCRYPTED.test(text)) return wrong('The private key in this PEM text must not be encrypted.');
  const block = PRIVATE_KEY.exec(text)?.[0];
  if (block === undefined) return wrong('This PEM text holds no private key beside the certificate.');

  const key: KeyObject | null = parsed(() => createPrivateKey(block));
  if (key === null) return wrong('The private key in this PEM text cannot be read.');
  if (key.asymmetricKeyType !== 'rsa') return wrong('The private key must be an RSA key.');
  const certificates = blocks.flatMap((one) => parsed(() => new X509Certificate(one)) ?? []);
  if (certificates.length === 0) return wrong('The certificate in this PEM text cannot be read.');
  const certificate = certificates.find((one) => one.checkPrivateKey(key));
  if (!certificate) return wrong('The private key in this PEM text does not belong to the certificate.');

  return {
    ok: true,
    pem: `${certificate.toString().trim()}\n${String(key.export({ format: 'pem', type: 'pkcs8' }))}`,
    notBefore: new Date(certificate.validFrom),
    notAfter: new Date(certificate.validTo),
  };
}
