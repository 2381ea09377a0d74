import { runCommand } from './run-command.ts';

const isRoot = (): boolean => process.getuid?.() === 0;

/** The command as root runs it: as it is, or through sudo without a question. */
export const asRoot = (...command: readonly string[]): readonly string[] =>
  isRoot() ? command : ['sudo', '-n', ...command];

/**
 * The user the servers let in. As root it is nobody of this machine; otherwise it is whoever runs the tests, so that
 * what is uploaded can be read and cleared away.
 */
export const TESTER = {
  name: 'tester',
  password: 'tester-pw',
  /** crypt(3) of that password: `openssl passwd -6 -salt longshore tester-pw`. */
  passwordHash: '$6$longshore$Y5km37c8xWIcEPUmrdp2UoR0EsdlYY5wV7pmcW4DBurTR0IEXz.eSRQ.bhDM9dwbGRUt9lKq/k7bsaEGJsdQe1',
  uid: isRoot() ? 20_021 : (process.getuid?.() ?? 0),
  gid: isRoot() ? 20_021 : (process.getgid?.() ?? 0),
} as const;

/** Why servers cannot be started here, in words, or null where they can. */
export const whyNotRoot = async (): Promise<string | null> => {
  if (process.platform !== 'linux') return 'the servers run on Linux only';
  try {
    await runCommand(asRoot('unshare', '--mount', '--pid', '--fork', 'true'));
    return null;
  } catch (error) {
    return `root (or sudo -n) with mount namespaces is needed: ${error instanceof Error ? error.message : error}`;
  }
};
