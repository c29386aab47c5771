/** /office/lessons/new: write what the centre learned. */
import {
  type ActionFunctionArgs,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { requireOfficer } from '#features/network/browser/index.ts';
import type { Locale } from '#platform/text/messages.ts';
import { lessonsText } from '../text.ts';
import { formChoices, handIn, readLessonForm } from './hand-in.ts';
import { LessonForm } from './lesson-form.tsx';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { app, locale, signedIn } = requireOfficer(context, request);
  return { locale, id: crypto.randomUUID(), ...(await formChoices(app, signedIn, locale)) };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { app, signedIn } = requireOfficer(context, request);
  const form = await readLessonForm(request);
  if (!form) return { ok: false as const, code: 'fields' as const, fields: [] };
  const answer = await handIn(app, signedIn, form);
  return answer.ok ? redirect(`/office/lessons/${answer.id}`) : answer;
}

export const meta = ({ loaderData }: { loaderData?: { locale: Locale } }) => {
  const text = lessonsText(loaderData?.locale ?? 'th');
  return [{ title: text.title(text.office.write) }];
};

export default function OfficeLessonNew() {
  const props = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = lessonsText(props.locale).office;
  return (
    <>
      <p className="small">
        <Link to="/office/lessons">{words.heading}</Link>
      </p>
      <h1>{words.write}</h1>
      {props.centres.length === 0 ? (
        <p className="note">{words.mayNot}</p>
      ) : (
        <LessonForm {...props} answer={answer} />
      )}
    </>
  );
}
