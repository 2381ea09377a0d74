import type { ConflictAction, SizeOrder, TimeOrder } from './conflict-rule.ts';
import type { SecretPurpose } from './site.ts';
import type { TransferId, WhenDone } from './transfer.ts';

export type PromptId = number;

/** One certificate of the chain the server sent, leaf first. */
export interface CertificateView {
  readonly subject: string;
  readonly issuer: string;
  /** The names it is good for (subject alternative names), as `DNS:example.org`. */
  readonly names: readonly string[];
  readonly validFromMs: number;
  readonly validToMs: number;
  /** Colon-separated upper-case hex. */
  readonly sha256: string;
}

/** Why a certificate could not be trusted without asking. */
export type CertificateProblem =
  | 'self-signed'
  | 'unknown-issuer'
  | 'wrong-host'
  | 'expired'
  | 'not-yet-valid'
  | 'changed'
  | 'other';

interface FileSide {
  /** The site it lies on; null: this computer. */
  readonly site: string | null;
  readonly size: number | null;
  readonly modifiedMs: number | null;
}

/** A question from main to the person. What waits for it goes on when it is answered. */
export type Prompt =
  | {
      readonly id: PromptId;
      readonly kind: 'password';
      /** `one-time`: the answer to a server's challenge, good for one login. */
      readonly purpose: SecretPurpose | 'one-time';
      /** The server's words where it wants a one-time password; else null. */
      readonly challenge: string | null;
      /** Whose password: the server's, the proxy's, or the client certificate's file. */
      readonly host: string;
      readonly user: string;
      /** Whether a password was already refused, so that the words can say so. */
      readonly refused: boolean;
      /** Whether this machine has a safe place to keep one. */
      readonly canKeep: boolean;
    }
  | {
      readonly id: PromptId;
      /** The server wants an account beside user and password (RFC 959 ACCT). */
      readonly kind: 'account';
      readonly host: string;
      readonly user: string;
      /** Whether an account was already refused. */
      readonly refused: boolean;
    }
  | {
      readonly id: PromptId;
      readonly kind: 'certificate';
      readonly host: string;
      readonly port: number;
      readonly problems: readonly CertificateProblem[];
      readonly chain: readonly CertificateView[];
      /** The certificate that was trusted before, where it changed. */
      readonly previous: CertificateView | null;
    }
  | {
      readonly id: PromptId;
      /**
       * `plain-text`: the server has no TLS, and the password would go in the clear. `clear-data`: the login is protected
       * and the server refuses to protect what is listed and transferred.
       */
      readonly kind: 'plain-text' | 'clear-data';
      readonly host: string;
      /** What the server said. */
      readonly refusal: string;
    }
  | {
      readonly id: PromptId;
      /** All transfers are over, and the program is about to do what was chosen for then. */
      readonly kind: 'when-done';
      readonly whenDone: Exclude<WhenDone, 'nothing'>;
      /** Milliseconds since the epoch: without an answer it is done then. */
      readonly atMs: number;
    }
  | {
      readonly id: PromptId;
      readonly kind: 'conflict';
      readonly transferId: TransferId;
      readonly name: string;
      readonly targetPath: string;
      readonly source: FileSide;
      readonly target: FileSide;
      /** How the source is to the target; null where nobody can say. */
      readonly size: SizeOrder | null;
      readonly time: TimeOrder | null;
      readonly canResume: boolean;
      /** A name that is free, offered for `rename`. */
      readonly freeName: string;
      /** What the file there is called, where its name is another and the disk takes both for the same; else null. */
      readonly otherName: string | null;
      /** How many transfers of the same drop are still to come. */
      readonly othersWaiting: number;
      /** The saved site that can have a rule for all that comes; null where there is none, or another name is in the way. */
      readonly ruledSite: { readonly name: string; readonly direction: 'download' | 'upload' } | null;
    };

export type PromptAnswer =
  | { readonly kind: 'password'; readonly password: string; readonly keep: boolean }
  | { readonly kind: 'account'; readonly account: string }
  /** Go on without protection. */
  | { readonly kind: 'plain-text' | 'clear-data' }
  /** At once. */
  | { readonly kind: 'when-done' }
  | { readonly kind: 'certificate'; readonly trust: 'once' | 'always' }
  | {
      readonly kind: 'conflict';
      readonly action: ConflictAction;
      /** `site`: for all of the batch, and from now on for all files of the site that go the same way. */
      readonly scope: 'file' | 'batch' | 'site';
      readonly newName: string | null;
    }
  /** The person closed the prompt: what waited is given up with `refused-here: declined`. */
  | { readonly kind: 'dismissed' };
