import { describeMatrix } from './matrix.ts';

// From any port: between the same two ports Linux allows one connection a second, and this file has a thousand.
describeMatrix('none', { script: { unprivileged: true } });
