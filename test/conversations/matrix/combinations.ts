import type { RepresentationType, TransferParameters } from '#shared/ftp/transfer-parameters.ts';

const TYPES: readonly (readonly [string, RepresentationType])[] = [
  ['A N', { type: 'A', format: 'N' }],
  ['A T', { type: 'A', format: 'T' }],
  ['A C', { type: 'A', format: 'C' }],
  ['E N', { type: 'E', format: 'N' }],
  ['E T', { type: 'E', format: 'T' }],
  ['E C', { type: 'E', format: 'C' }],
  ['I', { type: 'I' }],
  ['L 8', { type: 'L', byteSize: 8 }],
];

export interface Combination {
  readonly name: string;
  readonly parameters: TransferParameters;
  /** Its place in the table, by which large files take turns. */
  readonly index: number;
}

/** Every TYPE x STRU x MODE. */
export const combinations: readonly Combination[] = TYPES.flatMap(([typeName, type]) =>
  (['F', 'R', 'P'] as const).flatMap((structure) =>
    (['S', 'B', 'C', 'Z'] as const).map((mode) => ({
      name: `TYPE ${typeName} STRU ${structure} MODE ${mode}`,
      parameters: { type, structure, mode },
    })),
  ),
).map((combination, index) => ({ ...combination, index }));

/** RFC 959 3.1.2.3 counts the bytes of a page, which the ends of lines would change: text has no pages. */
export const hasMeaning = ({ parameters: { type, structure } }: Combination): boolean =>
  structure !== 'P' || type.type === 'I' || type.type === 'L';
