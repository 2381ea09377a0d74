/**
 * What is sent along with a transfer command has to be read along with it: ProFTPD and Pure-FTPd refuse what they read during
 * an upload with 450 and 500. So it leaves in one segment, which even IPv6's least MTU carries (1,280 bytes) …
 */
export const ONE_SEGMENT = 1_200;

/** … and together with all that the server may not have read yet it fits what ProFTPD reads at once, which is 4,102 bytes. */
export const READ_AT_ONCE = 4_000;
