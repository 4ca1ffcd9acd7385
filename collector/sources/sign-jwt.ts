import { createPrivateKey, type KeyObject, sign } from 'node:crypto';

/** Signatures that keys of app stores are made for. */
export type Algorithm = 'ES256' | 'RS256';

/**
 * A private key in PEM, or nothing where the text is none of the kind that the algorithm needs. Line breaks may be written
 * as `\n`, as some put them into an environment.
 */
export function readPrivateKey(pem: string, algorithm: Algorithm): KeyObject | undefined {
  let key: KeyObject;
  try {
    key = createPrivateKey(pem.replaceAll('\\n', '\n').trim());
  } catch {
    return undefined; // what OpenSSL says of it helps nobody, and is not to be told
  }
  const isRight =
    algorithm === 'RS256'
      ? key.asymmetricKeyType === 'rsa'
      : key.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails?.namedCurve === 'prime256v1';
  return isRight ? key : undefined;
}

const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

/** A JSON Web Token (RFC 7519), signed as RFC 7518, 3.3 and 3.4, has it. */
export function signJwt(
  { alg, kid }: { alg: Algorithm; kid: string },
  claims: Readonly<Record<string, string | number>>,
  key: KeyObject,
): string {
  const signed = `${encoded({ alg, kid, typ: 'JWT' })}.${encoded(claims)}`;
  const signature = sign('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' });
  return `${signed}.${signature.toString('base64url')}`;
}
