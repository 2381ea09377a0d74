/** What a proxy that speaks FTP wants to be told about the server behind it. */
export const FTP_PROXY_DIALECTS = ['user-at-host', 'site', 'open'] as const;

export type FtpProxyDialect = (typeof FTP_PROXY_DIALECTS)[number];

/** A proxy and who we are to it. Its password is a secret of its own. */
interface ProxyAddress {
  readonly host: string;
  /** 1 to 65535. */
  readonly port: number;
  /** Null: it wants no login. */
  readonly user: string | null;
}

/** SOCKS5 (RFC 1928), HTTP CONNECT (RFC 9110 9.3.6), or a proxy that speaks FTP itself. */
export type ProxyServer =
  | ({ readonly kind: 'socks5' | 'http' } & ProxyAddress)
  | ({ readonly kind: 'ftp'; readonly dialect: FtpProxyDialect } & ProxyAddress);

/** `system`: what the system's settings say for this server. */
export type ProxyChoice = { readonly kind: 'system' } | { readonly kind: 'none' } | ProxyServer;
