import { fileURLToPath } from 'node:url';

/** A file of the test certificates on this disk: `localhost`, `localhost-key`, `root`. */
export const certificateFile = (name: string): string =>
  fileURLToPath(new URL(`../../server-ftp/certificate/${name}.pem`, import.meta.url));
