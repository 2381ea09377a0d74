import { describeMatrix } from './matrix.ts';

describeMatrix('EPSV');
