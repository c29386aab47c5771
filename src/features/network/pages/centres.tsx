/** The centres of the network as a list: who reports to whom, who has a key. */
import { useState } from 'react';
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { asCivilDate, formatDate } from '#platform/calendar/bangkok.ts';
import { networkText } from '../text.ts';
import { requireOfficer } from './require-officer.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, locale, signedIn } = requireOfficer(context, request);
  const centres = await app.network.listCentres(app.ground.now());
  const root = centres.find(({ parentCode }) => parentCode === undefined);
  return {
    locale,
    mayChange: signedIn.actor.adminUnits.includes(root?.id ?? -1),
    centres: centres.map((centre) => ({
      code: centre.code,
      kind: centre.kind,
      parentCode: centre.parentCode,
      nameTh: centre.nameTh,
      nameEn: centre.nameEn,
      shortTh: centre.shortTh,
      isOpen: centre.isOpen,
      validTo: centre.validTo,
      hasKey: centre.sealFor !== undefined && !centre.sealFor.isOther,
    })),
  };
}

export const meta = ({ loaderData }: { loaderData?: { locale: 'th' | 'en' } }) => {
  const text = networkText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.centres.title) }];
};

export default function Centres() {
  const { locale, centres, mayChange } = useLoaderData<typeof loader>();
  const text = networkText(locale).centres;
  const [wanted, setWanted] = useState('');
  const shown = centres.filter((centre) =>
    [centre.code, centre.nameTh, centre.nameEn, centre.shortTh ?? '']
      .join(' ')
      .toLowerCase()
      .includes(wanted.trim().toLowerCase()),
  );
  return (
    <>
      <div className="row">
        <h1 className="grow">{text.title}</h1>
        {mayChange ? (
          <Link className="button" to="/office/centres/new">
            {text.add}
          </Link>
        ) : null}
      </div>
      <p className="soft">{text.lead(centres.filter(({ isOpen }) => isOpen).length)}</p>
      <label className="field measure">
        <span className="label">{text.find}</span>
        <input type="search" value={wanted} onChange={(event) => setWanted(event.target.value)} />
      </label>
      <table className="stacked">
        <thead>
          <tr>
            <th scope="col">{text.name}</th>
            <th scope="col">{text.code}</th>
            <th scope="col">{text.kind}</th>
            <th scope="col">{text.parent}</th>
            <th scope="col">{text.key}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((centre) => (
            <tr key={centre.code}>
              <td>
                {mayChange ? (
                  <Link to={`/office/centres/${centre.code}`}>
                    {locale === 'en' ? centre.nameEn : centre.nameTh}
                  </Link>
                ) : locale === 'en' ? (
                  centre.nameEn
                ) : (
                  centre.nameTh
                )}{' '}
                {centre.isOpen || !centre.validTo ? null : (
                  <span className="tag late">
                    {text.closed(formatDate(asCivilDate(centre.validTo), locale, 'short'))}
                  </span>
                )}
              </td>
              <td className="small soft">{centre.code}</td>
              <td className="small">{text.kinds[centre.kind]}</td>
              <td className="small soft">{centre.parentCode ?? ''}</td>
              <td>
                <span className={centre.hasKey ? 'tag good' : 'tag'}>
                  {centre.hasKey ? text.hasKey : text.noKey}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
