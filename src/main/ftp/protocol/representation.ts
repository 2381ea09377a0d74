import type { RepresentationType } from '#shared/ftp/transfer-parameters.ts';

/** The argument of TYPE (RFC 959 5.3.1): `I`, `A`, `A T`, `L 8`. Non-print is the default and is left out. */
export const formatRepresentationType = (representation: RepresentationType): string => {
  switch (representation.type) {
    case 'I':
      return 'I';
    case 'L':
      return `L ${representation.byteSize}`;
    case 'A':
    case 'E':
      return representation.format === 'N' ? representation.type : `${representation.type} ${representation.format}`;
  }
};
