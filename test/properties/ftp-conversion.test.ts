import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FaultError } from '#shared/fault.ts';
import type { Structure, TransmissionMode } from '#shared/ftp/transfer-parameters.ts';
import { received, type Setting, sent } from '../main/ftp/user-dtp/conversion/converted.ts';

/** Bytes with many of those that mean something somewhere, and runs of them. */
const special = fc.constantFrom(0x00, 0x01, 0x02, 0x0a, 0x0d, 0x10, 0x15, 0x20, 0x25, 0x40, 0x80, 0x85, 0xc0, 0xff);
const stretch = fc
  .tuple(
    fc.oneof(special, fc.integer({ min: 0, max: 255 })),
    fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 140 })),
  )
  .map(([byte, count]) => Buffer.alloc(count, byte));
const content = fc.array(stretch, { maxLength: 30 }).map((stretches) => Buffer.concat(stretches));
const cuts = fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 80 });

const split = (bytes: Uint8Array, sizes: readonly number[]): Uint8Array[] => {
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const size of sizes) {
    parts.push(bytes.slice(at, at + size));
    at += size;
  }
  return [...parts, bytes.slice(at)];
};

const TYPES = ['A', 'E', 'I', 'L8'] as const;
const STRUCTURES: readonly Structure[] = ['F', 'R', 'P'];
const MODES: readonly TransmissionMode[] = ['S', 'B', 'C'];
const MARKER_INTERVAL = 50;
/** Of each property of each setting: there are over three hundred. */
const RUNS = { numRuns: 40 };

const settings: readonly [string, Setting][] = TYPES.flatMap((type) =>
  STRUCTURES.flatMap((structure) =>
    MODES.flatMap((mode) =>
      (structure === 'R' ? (['lines', 'prefixed'] as const) : (['lines'] as const)).flatMap((recordForm) =>
        (['\n', '\r\n'] as const).map((lineEnd): [string, Setting] => [
          `TYPE ${type} STRU ${structure} MODE ${mode}, ${recordForm}, lines end in ${lineEnd.length}`,
          { type, structure, mode, lineEnd, form: { recordForm, codePage: '1047' }, markerInterval: MARKER_INTERVAL },
        ]),
      ),
    ),
  ),
).filter(([, { type, structure }]) => structure !== 'P' || type === 'I' || type === 'L8');

/** Records behind their lengths, as the local form wants them. */
const asRecords = (bytes: Buffer): Buffer => {
  const records = bytes.toString('latin1').split('\u0000').slice(0, -1);
  return Buffer.concat(
    records.flatMap((record) => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(record.length);
      return [length, Buffer.from(record, 'latin1')];
    }),
  );
};

const isText = ({ type }: Setting): boolean => type === 'A' || type === 'E';

/**
 * A local file for a setting, and one that comes back as it was: text with the system's own ends of lines, and where
 * lines are records the last one ended.
 */
const localFile = (setting: Setting, bytes: Buffer): Buffer => {
  const { structure, form, lineEnd = '\n' } = setting;
  const binary = bytes.toString('latin1');
  const text = isText(setting) ? binary.replaceAll('\r', '').replaceAll('\n', lineEnd) : binary;
  if (structure !== 'R') return Buffer.from(text, 'latin1');
  if (form?.recordForm === 'prefixed') return asRecords(Buffer.from(text, 'latin1'));
  return Buffer.from(text === '' || text.endsWith(lineEnd) ? text : text + lineEnd, 'latin1');
};

const outcome = <T>(work: () => T): T | string => {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof FaultError)) throw error;
    return error.message;
  }
};

describe.each(settings)('%s', (_, setting) => {
  test('a file is sent alike however it is split', () => {
    fc.assert(
      fc.property(content, cuts, (bytes, sizes) => {
        const file = localFile(setting, bytes);
        expect(sent(setting, split(file, sizes))).toEqual(sent(setting, [file]));
      }),
      RUNS,
    );
  });

  test('a file comes back as it was, however what is received is split, with the checkpoints that were sent', () => {
    fc.assert(
      fc.property(content, cuts, (bytes, sizes) => {
        const file = localFile(setting, bytes);
        const wire = sent(setting, [file]);
        const back = received(setting, split(wire.bytes, sizes));
        expect(back.bytes).toEqual(file);
        expect(back.checkpoints).toEqual(wire.markers.map((at) => ({ marker: String(at), localBytes: at })));
      }),
      RUNS,
    );
  });

  test('what is received wrongly ends alike however it is split, and only ever in a fault', () => {
    fc.assert(
      fc.property(content, cuts, (bytes, sizes) => {
        const whole = outcome(() => received(setting, [bytes]));
        expect(outcome(() => received(setting, split(bytes, sizes)))).toEqual(whole);
      }),
      RUNS,
    );
  });

  test('begun anew at a marker, what is sent and what is received go on as they would have', () => {
    fc.assert(
      fc.property(content, fc.nat(), (bytes, which) => {
        const file = localFile(setting, bytes);
        const { markers } = sent(setting, [file]);
        const at = markers[which % Math.max(1, markers.length)];
        if (at === undefined) return;
        const rest = sent({ ...setting, from: at }, [file.subarray(at)]);
        expect(rest.markers).toEqual(markers.filter((marker) => marker > at));
        const tail = received({ ...setting, from: at }, [rest.bytes]).bytes;
        expect(Buffer.concat([file.subarray(0, at), tail])).toEqual(file);
      }),
      RUNS,
    );
  });
});

test('TYPE E: every byte survives the way there and back, CR LF as the one end of a line that it is', () => {
  fc.assert(
    fc.property(content, fc.constantFrom('037', '273', '500', '1047'), (bytes, codePage) => {
      const setting: Setting = { type: 'E', form: { codePage } };
      const back = received(setting, [sent(setting, [bytes]).bytes]).bytes;
      expect(back.toString('latin1')).toBe(bytes.toString('latin1').replaceAll('\r\n', '\n'));
    }),
  );
});

/** Pages as a server may have them. */
const page = fc
  .tuple(fc.nat(255), fc.constantFrom(1, 2, 3), fc.uint8Array({ maxLength: 255 }), fc.uint8Array({ maxLength: 20 }))
  .map(([index, type, data, further]) => {
    const fields = type === 1 ? [] : type === 3 ? [7] : [...further];
    return Buffer.from([4 + fields.length, index, data.length, type, ...fields, ...data]);
  });

test('STRU P: what is stored again has the same pages', () => {
  fc.assert(
    fc.property(fc.array(page, { maxLength: 6 }), cuts, (list, sizes) => {
      const wire = Buffer.concat([...list, Buffer.from([4, 0, 0, 0])]);
      const setting: Setting = { type: 'I', structure: 'P' };
      const { bytes } = received(setting, split(wire, sizes));
      expect(sent(setting, split(bytes, sizes)).bytes).toEqual(wire);
    }),
  );
});
