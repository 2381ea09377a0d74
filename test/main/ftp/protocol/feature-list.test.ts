import { expect, test } from 'vitest';
import { parseFeatureList } from '../../../../src/main/ftp/protocol/feature-list.ts';

const features = (lines: string[], code = 211) => Object.fromEntries(parseFeatureList({ code, lines }));

test('one feature a line, verbs in upper case', () => {
  expect(features(['Extensions', ' MLST type*;Size*;', ' utf8', 'REST STREAM', 'End'])).toEqual({
    MLST: 'type*;Size*;',
    UTF8: '',
    REST: 'STREAM',
  });
});

test('parameters of a verb that comes twice are joined', () => {
  expect(features(['x', ' AUTH TLS', ' AUTH SSL', 'End'])).toEqual({ AUTH: 'TLS;SSL' });
});

test('a reply of one line and a refusal hold none', () => {
  expect(features(['no-features'])).toEqual({});
  expect(features(['a', ' SIZE', 'b'], 500)).toEqual({});
});
