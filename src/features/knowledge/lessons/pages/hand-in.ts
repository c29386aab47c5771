/** What the pages that write a lesson share on the server: the choices of the form, and reading it back. */
import type { SignedIn } from '#features/network/index.ts';
import type { App } from '#main/app.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { readForm, textOf } from '#platform/http/limited-form.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { HandInAnswer } from '../hand-in-lesson.ts';
import { lessonTexts } from '../lesson.ts';

export async function formChoices(app: App, signedIn: SignedIn, locale: Locale) {
  const now = app.ground.now();
  const [topics, forms, centres] = await Promise.all([
    app.cases.listTopics(civilDate(now)),
    app.lessons.typologies(locale),
    app.network.listCentres(now),
  ]);
  return {
    topics: topics.map((topic) => ({
      value: topic.code,
      name: locale === 'th' ? topic.nameTh : topic.nameEn,
    })),
    forms: forms.map(({ code, title }) => ({ value: code, name: title })),
    centres: app.lessons.centresOf(signedIn).map((own) => {
      const centre = centres.find(({ id }) => id === own.id);
      return { ...own, name: (locale === 'th' ? centre?.nameTh : centre?.nameEn) ?? own.code };
    }),
  };
}

/** Hands in what the form holds; longer than any field may be, it is refused whole. */
export async function handIn(app: App, signedIn: SignedIn, form: FormData): Promise<HandInAnswer> {
  const revision = textOf(form, 'revision');
  const named = ['id', 'topic', 'typology', ...lessonTexts];
  return app.lessons.handIn(
    signedIn,
    Number(textOf(form, 'unitId')),
    Object.fromEntries(named.map((name) => [name, textOf(form, name)])),
    revision === '' ? undefined : Number(revision),
  );
}

export const readLessonForm = (request: Request) => readForm(request, 128 * 1024);
