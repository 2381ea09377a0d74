export interface PartyName {
  /** What it is called: its common name, else the first thing it says. */
  readonly name: string;
  /** The rest of what it says, in its order: its organisation, place, country. */
  readonly rest: string;
}

/** An attribute begins behind a comma with its type and `=`; a comma within a value is followed by neither. */
const ATTRIBUTES = /, (?=[A-Za-z0-9.]+=)/;

/** A distinguished name as people say it: `C=NL, O=Example, CN=ftp.example.org` becomes `ftp.example.org`, `NL, Example`. */
export const readDistinguishedName = (text: string): PartyName => {
  const attributes = text.split(ATTRIBUTES).map((attribute) => {
    const [, type = '', value = attribute] = /^([A-Za-z0-9.]+)=(.*)$/s.exec(attribute) ?? [];
    return { type, value };
  });
  const named = attributes.find(({ type }) => type.toUpperCase() === 'CN') ?? attributes[0];
  const rest = attributes.filter((attribute) => attribute !== named).map(({ value }) => value);
  return { name: named?.value ?? '', rest: rest.join(', ') };
};
