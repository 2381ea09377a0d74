/**
 * The person's languages, first choice first, as POSIX says them: LANGUAGE is a list, then LC_ALL, LC_MESSAGES, LANG.
 * `de_DE.UTF-8` is `de-DE`; `C` and `POSIX` are no language.
 *
 * @returns at least one BCP 47 tag; en-US where nothing is said.
 */
export const systemLanguages = (environment: NodeJS.ProcessEnv): string[] => {
  const said = [
    ...(environment['LANGUAGE'] ?? '').split(':'),
    environment['LC_ALL'] ?? environment['LC_MESSAGES'] ?? environment['LANG'] ?? '',
  ];
  const tags = said
    .map((value) => value.replace(/[.@].*$/, '').replaceAll('_', '-'))
    .filter((value) => /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(value));
  return tags.length > 0 ? [...new Set(tags)] : ['en-US'];
};
