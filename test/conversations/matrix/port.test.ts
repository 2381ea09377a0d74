import { describeMatrix } from './matrix.ts';

describeMatrix('PORT');
