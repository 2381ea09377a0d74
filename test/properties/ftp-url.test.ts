import fc from 'fast-check';
import { expect, test } from 'vitest';
import { utf8Codec } from '../../src/main/ftp/protocol/pathname-codec.ts';
import { parseFtpUrl } from '../../src/shared/ftp-url.ts';

const percentEncoded = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');

const harmlessByte = fc.integer({ min: 1, max: 0xff }).filter((byte) => byte !== 0x0d && byte !== 0x0a);

test('any text is parsed or refused, and never ends in an exception', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.string().map((text) => `ftp://${text}`),
      ),
      (text) => {
        expect(typeof parseFtpUrl(text).ok).toBe('boolean');
      },
    ),
    { numRuns: 2_000 },
  );
});

test('every byte of a percent-encoded path reaches the server', () => {
  const codec = utf8Codec;
  fc.assert(
    fc.property(fc.array(harmlessByte, { minLength: 1, maxLength: 30 }), (numbers) => {
      const bytes = Uint8Array.from([0x78, ...numbers]);
      const result = parseFtpUrl(`ftp://host/${percentEncoded(bytes)}`);
      expect(result.ok && Buffer.from(codec.encode(result.value.path)).toString('hex')).toBe(
        Buffer.from(bytes).toString('hex'),
      );
    }),
    { numRuns: 1_000 },
  );
});

test('user, password and path come out as they were put in', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(text, text, text, (user, password, path) => {
      const url = `ftp://${encodeURIComponent(user)}:${encodeURIComponent(password)}@host/x${encodeURIComponent(path)}`;
      expect(parseFtpUrl(url)).toMatchObject({ ok: true, value: { user, password, path: `x${path}` } });
    }),
    { numRuns: 1_000 },
  );
});

test('CR, LF and NUL are never let through', () => {
  fc.assert(
    fc.property(fc.constantFrom(0x0d, 0x0a, 0x00), fc.string({ maxLength: 5 }), fc.boolean(), (code, around, raw) => {
      const encoded = raw ? String.fromCharCode(code) : percentEncoded(Uint8Array.of(code));
      expect(parseFtpUrl(`ftp://host/${encodeURIComponent(around)}${encoded}x`)).toMatchObject({ ok: false });
    }),
  );
});
