type Environment = Readonly<Record<string, string | undefined>>;

/** Chromium takes a variable in either case (base/environment.cc). */
const read = (environment: Environment, name: string): string =>
  environment[name] ?? environment[name.toUpperCase()] ?? '';

const WORDS: Readonly<Record<string, string>> = {
  http: 'PROXY',
  https: 'HTTPS',
  socks5: 'SOCKS5',
  socks4: 'SOCKS',
  socks: 'SOCKS5',
};
const PORTS: Readonly<Record<string, string>> = { http: '80', https: '443' };

/**
 * The proxies for a URL as Chromium lists them on a Linux without desktop settings: `all_proxy`, else `ftp_proxy` or
 * its like, `no_proxy` and this machine itself left out (net/proxy_resolution/proxy_config_service_linux.cc).
 */
export const systemProxies = (url: string, environment: Environment): string => {
  const { protocol, hostname } = new URL(url);
  const scheme = protocol.slice(0, -1);
  if (isBypassed(hostname, read(environment, 'no_proxy'))) return 'DIRECT';
  const proxy = read(environment, 'all_proxy') || read(environment, `${scheme}_proxy`);
  const [, kind = 'http', place = ''] = /^(?:(\w+):\/\/)?(?:[^@/]*@)?([^/]*)/.exec(proxy) ?? [];
  const word = WORDS[kind.toLowerCase()];
  if (place === '' || word === undefined) return 'DIRECT';
  return `${word} ${/:\d+$/.test(place) ? place : `${place}:${PORTS[kind] ?? '1080'}`}`;
};

const isBypassed = (host: string, list: string): boolean => {
  if (/^(localhost|.*\.localhost|127\..*|\[::1\])$/.test(host)) return true;
  const rules = list.split(',').map((rule) => rule.trim());
  return rules.some((rule) => rule === '*' || (rule !== '' && host.endsWith(rule.replace(/^\*/, ''))));
};
