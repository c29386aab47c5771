/** The frame of every page of a signed-in officer: navigation, language, sign-out, the state of the keys. */
import { useEffect } from 'react';
import { type LoaderFunctionArgs, NavLink, Outlet, useLoaderData } from 'react-router';
import officerStyles from '#interface/styles/officer.css?url';
import { frameText } from '#interface/text.ts';
import { changePerson } from '../browser/leave.ts';
import { networkText } from '../text.ts';
import { AccountMenu } from './account-menu.tsx';
import { KeyAlarms } from './key-alarms.tsx';
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
    handlesMatter: actor.caseUnits.length > 0,
    administers: actor.adminUnits.length > 0,
    leads: appointments.some(({ role }) => role === 'head'),
    editsNews: app.news.editsNews(signedIn),
    keepsLaws: appointments.some(({ role }) => role === 'planner' || role === 'administrator'),
    unseen: await app.notices.countUnseen(signedIn),
  };
}

export default function OfficeLayout() {
  const { locale, personId, name, handlesMatter, administers, leads, editsNews, keepsLaws, unseen } =
    useLoaderData<typeof loader>();
  const text = networkText(locale);
  const frame = frameText(locale).officeNav;
  useLiveMark();
  useFocusOnArrival();
  useEffect(() => void changePerson(personId), [personId]);
  const links = [
    handlesMatter && ['/office/work', text.nav.work],
    ['/office/notices', frame.notices],
    ['/office/circulars', frame.circulars],
    keepsLaws && ['/office/laws', frame.laws],
    ['/office/lessons', frame.lessons],
    ['/office/questions', frame.questions],
    handlesMatter && ['/office/search', text.nav.search],
    handlesMatter && ['/office/keys', text.nav.keys],
    editsNews && ['/office/news', frame.news],
    (administers || leads) && ['/office/people', text.nav.people],
    administers && ['/office/centres', text.nav.centres],
    administers && ['/office/settings/clocks', text.nav.clocks],
  ].filter((link) => link !== false);
  return (
    <>
      <a className="skip" href="#content">
        {text.skip}
      </a>
      <header className="bar office-bar">
        <div>
          <NavLink className="brand" to="/office">
            {text.brand}
          </NavLink>
          <nav aria-label={text.nav.label}>
            {links.map(([to, words]) => (
              <NavLink key={to} to={to!}>
                {words}
                {to === '/office/notices' && unseen > 0 ? (
                  <span className="count">
                    {unseen}
                    <span className="visually-hidden">{frame.unseen(unseen)}</span>
                  </span>
                ) : null}
              </NavLink>
            ))}
          </nav>
          <AccountMenu locale={locale} name={name} />
        </div>
      </header>
      <KeyAlarms locale={locale} />
      {handlesMatter ? <VaultBanner locale={locale} /> : null}
      <main id="content">
        <Outlet />
      </main>
    </>
  );
}

export { OfficeFault as ErrorBoundary } from './office-fault.tsx';
