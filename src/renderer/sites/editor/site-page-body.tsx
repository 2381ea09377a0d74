import type { Dispatch, Ref, SetStateAction } from 'react';
import type { ConnectionSettings } from '#shared/model/connection.ts';
import type { SecretPurpose } from '#shared/model/site.ts';
import type { ExaminationSubject } from '../../state/examination.ts';
import type { SitePage } from '../../state/sites.ts';
import { ConnectionPage } from './connection/connection-page.tsx';
import { EncryptionPage } from './encryption/encryption-page.tsx';
import { ExistingPage } from './existing/existing-page.tsx';
import { GeneralPage } from './general/general-page.tsx';
import { ListingPage } from './listing/listing-page.tsx';
import { LoginPage } from './login/login-page.tsx';
import type { PageProps } from './page-props.ts';
import { CheckConnection } from './profile/check-connection.tsx';
import { ProfilePage } from './profile/profile-page.tsx';
import { ProxyPage } from './proxy/proxy-page.tsx';
import type { SecretDrafts } from './secret-changes.ts';
import type { SecretProps } from './secret-field.tsx';
import type { SiteDraft, SiteProblems } from './site-draft.ts';
import { TransfersPage } from './transfers/transfers-page.tsx';

interface SitePageBodyProps {
  readonly page: SitePage;
  readonly draft: SiteDraft;
  readonly change: Dispatch<SetStateAction<SiteDraft>>;
  readonly problems: SiteProblems;
  readonly secrets: SecretDrafts;
  readonly changeSecrets: Dispatch<SetStateAction<SecretDrafts>>;
  /** Whether this system has a safe place for secrets. */
  readonly canKeep: boolean;
  /** The secrets that are there already. */
  readonly held: readonly SecretPurpose[];
  readonly nameRef: Ref<HTMLInputElement>;
  /** The server as it was before anything was changed; null where there is none yet. */
  readonly saved: ConnectionSettings | null;
  /** Whose secrets an examination may use. */
  readonly whose: Pick<ExaminationSubject, 'siteId' | 'sessionId'>;
}

/** The page in sight, with its own part of the draft. */
export const SitePageBody = ({ page, saved, whose, nameRef, canKeep, held, ...all }: SitePageBodyProps) => {
  const { draft, secrets } = all;
  const partOf = <Page extends SitePage>(of: Page): PageProps<Page> => ({
    draft: draft[of],
    change: (part) => all.change((before) => ({ ...before, [of]: { ...before[of], ...part } })),
    problems: all.problems[of],
  });
  const secretOf = (purpose: SecretPurpose): SecretProps => ({
    secret: secrets[purpose],
    changeSecret: (secret) => all.changeSecrets((before) => ({ ...before, [purpose]: secret })),
    canKeep,
    held: held.includes(purpose),
  });
  switch (page) {
    case 'general':
      return <GeneralPage {...partOf('general')} {...secretOf('login')} nameRef={nameRef} />;
    case 'encryption':
      return (
        <EncryptionPage
          {...partOf('encryption')}
          {...secretOf('client-certificate')}
          security={draft.general.security}
        />
      );
    case 'connection':
      return <ConnectionPage {...partOf('connection')} />;
    case 'proxy':
      return <ProxyPage {...partOf('proxy')} {...secretOf('proxy')} />;
    case 'login':
      return <LoginPage {...partOf('login')} />;
    case 'listing':
      return <ListingPage {...partOf('listing')} />;
    case 'transfers':
      return <TransfersPage {...partOf('transfers')} />;
    case 'existing':
      return <ExistingPage {...partOf('existing')} />;
    case 'profile':
      return (
        <ProfilePage
          {...partOf('profile')}
          saved={saved}
          check={<CheckConnection draft={draft} change={all.change} whose={whose} />}
        />
      );
  }
};
