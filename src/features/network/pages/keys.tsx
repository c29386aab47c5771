/** The officer's own keys, and the keys of the centres whose matter she handles. */

import { useEffect, useState } from 'react';
import { type LoaderFunctionArgs, redirect, useLoaderData, useRevalidator } from 'react-router';
import { fingerprint, type Recipient } from '#platform/sealing/identity.ts';
import { refreshVault, vaultFacts } from '../browser/vault.ts';
import type { VaultFacts } from '../browser/vault-facts.ts';
import { networkText } from '../text.ts';
import { CentreKeysSection } from './centre-keys-section.tsx';
import { Enrolment } from './enrolment.tsx';
import { OwnKeys } from './own-keys.tsx';
import { requireOfficer } from './require-officer.ts';
import { useVault } from './use-vault.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, locale, signedIn } = requireOfficer(context, request);
  const { office } = app.network;
  // Making keys takes several minutes of reading and writing down: the proof of presence comes first.
  if (!office.isFresh(signedIn) && new URL(request.url).searchParams.has('make'))
    throw redirect(`/office/confirm?next=${encodeURIComponent('/office/keys?make')}`);
  const { passkeys } = await office.readOwnAccount(signedIn);
  const codes = [...new Set(signedIn.appointments.map(({ unitCode }) => unitCode))];
  const handled = new Set(signedIn.actor.caseUnits);
  return {
    locale,
    ownId: signedIn.person.id,
    isFresh: office.isFresh(signedIn),
    passkeyIds: passkeys.map(({ id }) => id),
    centres: codes.filter((code) =>
      signedIn.appointments.some(({ unitCode, unitId }) => unitCode === code && handled.has(unitId)),
    ),
  };
}

export const meta = ({ loaderData }: { loaderData?: { locale: 'th' | 'en' } }) => {
  const text = networkText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.keys.title) }];
};

export default function Keys() {
  const { locale, ownId, isFresh, passkeyIds, centres } = useLoaderData<typeof loader>();
  const text = networkText(locale).keys;
  const state = useVault();
  const { revalidate } = useRevalidator();
  const [facts, setFacts] = useState<VaultFacts>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the facts are asked again when the vault's state changes
  useEffect(() => void vaultFacts().then(setFacts, () => undefined), [state]);
  const again = () => {
    refreshVault();
    void vaultFacts().then(setFacts);
    void revalidate();
  };
  return (
    <div className="measure">
      <h1>{text.title}</h1>
      <section>
        <h2>{text.ownTitle}</h2>
        {facts && !facts.key ? (
          <Enrolment locale={locale} isFresh={isFresh} passkeyIds={passkeyIds} onDone={again} />
        ) : null}
        {facts?.key ? (
          <OwnKeys
            locale={locale}
            state={state}
            fingerprint={fingerprint(facts.key.recipient as Recipient)}
            methods={[...new Set(facts.wraps.map(({ wrapped }) => wrapped.method))]}
            onChange={again}
          />
        ) : null}
      </section>
      {facts?.key
        ? centres.map((code) => (
            <CentreKeysSection
              key={code}
              locale={locale}
              unitCode={code}
              ownId={ownId}
              isOpen={state === 'open'}
            />
          ))
        : null}
    </div>
  );
}
