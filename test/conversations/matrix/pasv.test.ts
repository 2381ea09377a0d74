import { describeMatrix } from './matrix.ts';

describeMatrix('PASV');
