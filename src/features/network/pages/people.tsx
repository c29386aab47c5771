/** A centre's people: appointments, accounts, invitations. For its administrators, and its head for her own officers. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { networkText } from '../text.ts';
import { InviteForm } from './invite-form.tsx';
import { OpenInvitations } from './open-invitations.tsx';
import { PersonCard } from './person-card.tsx';
import { refusalResponse } from './refusal-response.ts';
import { requireOfficer } from './require-officer.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, locale, signedIn } = requireOfficer(context, request);
  const { office } = app.network;
  const centres = await office.listPeopleCentres(signedIn);
  const asked = new URL(request.url).searchParams.get('centre');
  const own = signedIn.appointments.find(({ role }) => role === 'administrator' || role === 'head')?.unitCode;
  const unitCode = asked ?? own ?? centres[0]?.code ?? '';
  const people = await office.readPeople(signedIn, unitCode).catch(refusalResponse);
  return { locale, centres, people };
}

export const meta = ({ loaderData }: { loaderData?: { locale: 'th' | 'en' } }) => {
  const text = networkText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.people.title) }];
};

export default function People() {
  const { locale, centres, people } = useLoaderData<typeof loader>();
  const text = networkText(locale).people;
  return (
    <>
      <h1>{text.title}</h1>
      {centres.length > 1 ? (
        <form method="get" className="row filter">
          <label htmlFor="centre">{text.centre}</label>
          <select id="centre" name="centre" defaultValue={people.unitCode} key={people.unitCode}>
            {centres.map(({ code, nameTh, nameEn }) => (
              <option key={code} value={code}>
                {locale === 'en' ? nameEn : nameTh} · {code}
              </option>
            ))}
          </select>
          <button type="submit" className="button">
            {text.show}
          </button>
        </form>
      ) : null}
      {people.people.length === 0 ? <p className="empty">{text.empty}</p> : null}
      <ul className="plain-list rows">
        {people.people.map((person) => (
          <PersonCard key={person.id} locale={locale} person={person} all={people} />
        ))}
      </ul>
      <OpenInvitations locale={locale} invitations={people.invitations} />
      {people.may.invite ? (
        <InviteForm locale={locale} unitCode={people.unitCode} isHead={!people.may.appoint} />
      ) : null}
    </>
  );
}
