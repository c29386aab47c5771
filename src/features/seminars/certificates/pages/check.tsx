/** /certificates: type the code of a certificate to check it. */
import { type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router';
import { Heading } from '#interface/heading.tsx';
import { citizenPath, PublicFrame } from '#interface/public-frame.tsx';
import { pageContext } from '#main/page-context.ts';
import type { Locale } from '#platform/text/messages.ts';
import { readCode } from '../certificate-rules.ts';
import { certificatesText } from '../text.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { locale } = context.get(pageContext);
  const typed = new URL(request.url).searchParams.get('code') ?? '';
  const code = readCode(typed);
  if (code) throw redirect(citizenPath(locale, `/certificates/${code}`));
  return { locale, typed: typed.slice(0, 100) };
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = certificatesText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.check.heading) }];
};

export default function CheckPage() {
  const { locale, typed } = useLoaderData<typeof loader>();
  const { check: text } = certificatesText(locale);
  return (
    <PublicFrame locale={locale} path="/certificates" narrow>
      <Heading>{text.heading}</Heading>
      <form method="get" action={citizenPath(locale, '/certificates')} className="card">
        <div className="field">
          <label htmlFor="code">{text.code}</label>
          <p className="hint" id="code-hint">
            {text.lead}
          </p>
          <input
            id="code"
            name="code"
            defaultValue={typed}
            maxLength={40}
            autoComplete="off"
            spellCheck={false}
            aria-describedby="code-hint code-problem"
            aria-invalid={typed ? true : undefined}
          />
          {typed ? (
            <p className="problem" id="code-problem" role="alert">
              {text.malformed}
            </p>
          ) : null}
        </div>
        <button type="submit" className="button main">
          {text.submit}
        </button>
      </form>
    </PublicFrame>
  );
}
