import { describeMatrix } from './matrix.ts';

describeMatrix('EPRT');
