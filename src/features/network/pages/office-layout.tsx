/** The frame of every page of a signed-in officer: navigation, language, sign-out, the state of the keys. */
import { useEffect } from 'react';
import { Link, type LoaderFunctionArgs, Outlet, useLoaderData } from 'react-router';
import officerStyles from '#interface/styles/officer.css?url';
import { changePerson } from '../browser/leave.ts';
import { networkText } from '../text.ts';
import { AccountMenu } from './account-menu.tsx';
import { KeyAlarms } from './key-alarms.tsx';
import { OfficeMenu } from './office-menu.tsx';
import { requireOfficer } from './require-officer.ts';
import { useFocusOnArrival } from './use-focus-on-arrival.ts';
import { useLiveMark } from './use-live-mark.ts';
import { VaultBanner } from './vault-banner.tsx';

export const handle = { live: true };
export const links = () => [{ rel: 'stylesheet', href: officerStyles }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, signedIn, locale } = requireOfficer(context, request);
  const { person, actor, appointments } = signedIn;
  return {
    locale,
    personId: person.id,
    name: locale === 'en' ? (person.nameEn ?? person.nameTh) : person.nameTh,
    facts: {
      handlesMatter: actor.caseUnits.length > 0,
      administers: actor.adminUnits.length > 0,
      administersNetwork: await app.settings.may(signedIn),
      leads: appointments.some(({ role }) => role === 'head'),
      editsNews: app.news.editsNews(signedIn),
      keepsLaws: appointments.some(({ role }) => role === 'planner' || role === 'administrator'),
    },
    unseen: await app.notices.countUnseen(signedIn),
  };
}

export default function OfficeLayout() {
  const { locale, personId, name, facts, unseen } = useLoaderData<typeof loader>();
  const text = networkText(locale);
  useLiveMark();
  useFocusOnArrival();
  useEffect(() => void changePerson(personId), [personId]);
  return (
    <>
      <a className="skip" href="#content">
        {text.skip}
      </a>
      <header className="bar office-bar">
        <div>
          <Link className="brand" to="/office">
            {text.brand}
          </Link>
          <OfficeMenu locale={locale} facts={facts} unseen={unseen} />
          <AccountMenu locale={locale} name={name} />
        </div>
      </header>
      <KeyAlarms locale={locale} />
      {facts.handlesMatter ? <VaultBanner locale={locale} /> : null}
      <main id="content">
        <Outlet />
      </main>
    </>
  );
}

export { OfficeFault as ErrorBoundary } from './office-fault.tsx';
