/** Adds a centre, or changes one: names, place in the tree, first and last day. */
import type { FormEvent } from 'react';
import { Link, type LoaderFunctionArgs, useLoaderData, useNavigate } from 'react-router';
import { DateField } from '#interface/fields/date-field.tsx';
import type { Locale } from '#platform/text/messages.ts';
import { tell } from '../browser/ask.ts';
import { networkText } from '../text.ts';
import { ActStatus } from './act-status.tsx';
import { fieldsOf } from './form-fields.ts';
import { requireOfficer } from './require-officer.ts';
import { useAct } from './use-act.ts';

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { app, locale, signedIn } = requireOfficer(context, request);
  const centres = await app.network.listCentres(app.ground.now());
  const root = centres.find(({ parentCode }) => parentCode === undefined);
  if (!signedIn.actor.adminUnits.includes(root?.id ?? -1)) throw new Response('forbidden', { status: 403 });
  const found = centres.find(({ code }) => code === params['code']);
  if (!found && params['code'] !== 'new') throw new Response('not-found', { status: 404 });
  const { sealFor: _key, ...centre } = found ?? { sealFor: undefined };
  return {
    locale,
    centre: 'code' in centre ? centre : undefined,
    parents: centres.flatMap(({ code, nameTh, nameEn, isOpen }) =>
      isOpen && code !== found?.code ? [{ code, nameTh, nameEn }] : [],
    ),
  };
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale; centre?: { nameTh: string } } }) => {
  const text = networkText(loaderData?.locale ?? 'th');
  return [{ title: text.title(loaderData?.centre?.nameTh ?? text.centres.addTitle) }];
};

export default function CentrePage() {
  const { locale, centre, parents } = useLoaderData<typeof loader>();
  const text = networkText(locale).centres;
  const act = useAct(locale);
  const navigate = useNavigate();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields: Record<string, unknown> = fieldsOf(event.currentTarget);
    if ('districts' in fields) fields['districts'] = Number(fields['districts']);
    const path = centre ? `/office/api/centres/${centre.code}` : '/office/api/centres';
    if (await act.run(() => tell(path, fields))) await navigate('/office/centres');
  };
  const input = (name: 'nameTh' | 'shortTh' | 'nameEn', required = true) => (
    <label className="field">
      <span className="label">{text[name]}</span>
      <input name={name} defaultValue={centre?.[name]} required={required} maxLength={200} />
    </label>
  );
  return (
    <div className="measure">
      <p>
        <Link to="/office/centres">{text.back}</Link>
      </p>
      <h1>{centre ? text.edit(locale === 'en' ? centre.nameEn : centre.nameTh) : text.addTitle}</h1>
      <form onSubmit={(event) => void submit(event)}>
        {centre ? null : (
          <div className="two-columns">
            <label className="field">
              <span className="label">{text.code}</span>
              <input name="code" required pattern="[A-Z0-9\-]{2,12}" title={text.codeHint} />
            </label>
            <label className="field">
              <span className="label">{text.kind}</span>
              <select name="kind">
                {(['department', 'state-enterprise', 'bangkok', 'province'] as const).map((kind) => (
                  <option key={kind} value={kind}>
                    {text.kinds[kind]}
                  </option>
                ))}
              </select>
            </label>
          </div>
        )}
        {input('nameTh')}
        <div className="two-columns">
          {input('nameEn')}
          {input('shortTh', false)}
        </div>
        {centre?.parentCode === undefined && centre ? null : (
          <label className="field">
            <span className="label">{text.parent}</span>
            <select name="parentCode" defaultValue={centre?.parentCode ?? parents[0]?.code}>
              {parents.map((parent) => (
                <option key={parent.code} value={parent.code}>
                  {locale === 'en' ? parent.nameEn : parent.nameTh}
                </option>
              ))}
            </select>
          </label>
        )}
        <div className="two-columns">
          <label className="field">
            <span className="label">{text.region}</span>
            <select name="region" defaultValue={centre?.region ?? ''}>
              <option value="">{text.noRegion}</option>
              {(Object.keys(text.regions) as (keyof typeof text.regions)[]).map((region) => (
                <option key={region} value={region}>
                  {text.regions[region]}
                </option>
              ))}
            </select>
          </label>
          <label className="field">
            <span className="label">{text.districts}</span>
            <input name="districts" type="number" min={0} max={500} defaultValue={centre?.districts} />
          </label>
          <DateField
            name="validFrom"
            label={text.validFrom}
            locale={locale}
            defaultValue={centre?.validFrom}
            required
          />
          {centre?.parentCode === undefined ? null : (
            <DateField name="validTo" label={text.validTo} locale={locale} defaultValue={centre.validTo} />
          )}
        </div>
        <label className="field">
          <span className="label">{text.source}</span>
          <input name="source" required maxLength={200} />
        </label>
        <button type="submit" className="button main" disabled={act.busy}>
          {text.save}
        </button>
        <ActStatus act={act} />
      </form>
    </div>
  );
}
