import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asRoot, TESTER } from './privilege.ts';

// The first process of the namespace, with which the kernel ends all others in it. A closed input is told even by
// who was killed and through sudo, neither of which "end me with my parent" survives. The descriptor is named because
// what runs in the background has /dev/null for its input.
const FIRST_PROCESS = `
for name in passwd shadow group shells hosts pam.d; do mount --bind "$0/$name" "/etc/$name" || exit 1; done
exec 3<&0
"$@" </dev/null 3<&- &
server=$!
{ cat <&3 >/dev/null; kill -KILL "$server"; } &
wait "$server"
`;

const PAM = 'auth required pam_unix.so\naccount required pam_permit.so\nsession required pam_permit.so\n';

/** A name for 127.0.0.1 that only the programs started here can resolve. */
export const HIDDEN_NAME = 'files.longshore.test';

/**
 * Users and names of the servers' own: a little /etc with the one user, which only the processes started through it see.
 *
 * @param home the user's home directory: the folder served
 * @returns the words to put before a server's command line. The server and every process it started end when what
 * runs these words closes their standard input, or is itself no more, whichever way it went.
 */
export const privateSystem = async (folder: string, home: string): Promise<readonly string[]> => {
  const etc = join(folder, 'etc');
  const { name, uid, gid, passwordHash } = TESTER;
  await mkdir(join(etc, 'pam.d'), { recursive: true });
  const files: Record<string, string> = {
    passwd: `root:x:0:0::/root:/bin/sh\nnobody:x:65534:65534::/nonexistent:/bin/sh\n${name}:x:${uid}:${gid}::${home}:/bin/sh\n`,
    shadow: `root:*:19000:0:99999:7:::\nnobody:*:19000:0:99999:7:::\n${name}:${passwordHash}:19000:0:99999:7:::\n`,
    group: `root:x:0:\nnogroup:x:65534:\n${name}:x:${gid}:\n`,
    shells: '/bin/sh\n',
    hosts: `127.0.0.1 localhost ${HIDDEN_NAME}\n`,
    'pam.d/vsftpd': PAM,
    'pam.d/other': PAM,
  };
  for (const [file, text] of Object.entries(files)) await writeFile(join(etc, file), text);
  return asRoot('unshare', '--mount', '--pid', '--fork', 'sh', '-c', FIRST_PROCESS, etc);
};
