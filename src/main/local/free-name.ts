/**
 * A name like `name` that nothing has yet: `report.txt` becomes `report (2).txt`, then `report (3).txt`. A leading dot
 * begins no extension, and `.tar.gz` stays together.
 */
export const freeName = async (name: string, taken: (name: string) => boolean | Promise<boolean>): Promise<string> => {
  const { stem, extension } = splitName(name);
  for (let number = 2; ; number++) {
    const candidate = `${stem} (${number})${extension}`;
    if (!(await taken(candidate))) return candidate;
  }
};

const splitName = (name: string): { readonly stem: string; readonly extension: string } => {
  const match = /^(.+?)((?:\.tar)?\.[^.\s]{1,12})$/.exec(name);
  return match?.[1] && match[2] ? { stem: match[1], extension: match[2] } : { stem: name, extension: '' };
};
