import { expect, test } from 'vitest';
import { readDistinguishedName } from '../../../src/renderer/prompts/distinguished-name.ts';

test.each([
  ['CN=localhost.longshore.test', 'localhost.longshore.test', ''],
  ['C=NL, O=GEANT Vereniging, CN=GEANT OV RSA CA 4', 'GEANT OV RSA CA 4', 'NL, GEANT Vereniging'],
  // A comma that is part of a value.
  ['CN=Files, O=Example, Inc., C=US', 'Files', 'Example, Inc., US'],
  ['O=Only an organisation, C=DE', 'Only an organisation', 'DE'],
  ['1.2.840.113549.1.9.1=root@example.org', 'root@example.org', ''],
  ['CN=a=b', 'a=b', ''],
  ['no attributes at all', 'no attributes at all', ''],
  ['', '', ''],
])('%j is %j, and %j', (text, name, rest) => expect(readDistinguishedName(text)).toEqual({ name, rest }));
