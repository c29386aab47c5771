/** Above a page with sealed matter while the keys are not open: what that means and the way to open them. */
import { Link, useMatches } from 'react-router';
import type { Locale } from '#platform/text/messages.ts';
import { networkText } from '../text.ts';
import { UnlockForm } from './unlock-form.tsx';
import { useVault } from './use-vault.ts';

export function VaultBanner({ locale }: { readonly locale: Locale }) {
  const state = useVault();
  // A page says of itself that it shows sealed matter; on any other the keys would only be in the way.
  const isSealed = useMatches().some(({ handle }) => (handle as { sealed?: boolean } | undefined)?.sealed);
  const text = networkText(locale).vault;
  if (state === 'unknown' || state === 'open' || !isSealed) return null;
  return (
    <div className="band">
      <section className="note warn" aria-labelledby="vault-state">
        <h2 id="vault-state">{state === 'absent' ? text.absentTitle : text.lockedTitle}</h2>
        <p>{state === 'absent' ? text.absentBody : text.lockedBody}</p>
        {state === 'absent' ? (
          <Link className="button act" to="/office/keys">
            {text.absentAction}
          </Link>
        ) : (
          <UnlockForm locale={locale} />
        )}
      </section>
    </div>
  );
}
