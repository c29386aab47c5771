/** The form of an announcement, with what readers will see beside each language. */
import { type ReactNode, useState } from 'react';
import { Form, useActionData, useNavigation } from 'react-router';
import type { EditedItem } from '#features/news/index.ts';
import { FileField } from '#interface/fields/file-field.tsx';
import type { Locale } from '#platform/text/messages.ts';
import { categories, type NewsRefusal } from '../news.ts';
import { newsText } from '../text.ts';
import { WordingFields } from './wording-fields.tsx';

type NewsEditorProps = {
  readonly locale: Locale;
  readonly id: string;
  readonly item: EditedItem | undefined;
  readonly units: readonly { id: number; name: string }[];
  readonly others: readonly { id: string; title: string }[];
  /** What may be done with the announcement as it is saved. */
  readonly steps: ReactNode;
};

export function NewsEditor({ locale, id, item, units, others, steps }: NewsEditorProps) {
  const text = newsText(locale);
  const { fields, ...words } = text.office;
  const problem = (useActionData() as { problem?: NewsRefusal } | undefined)?.problem;
  const isBusy = useNavigation().state !== 'idle';
  const [isChanged, setChanged] = useState(false);
  // The version that the writing began with, not the one that a colleague may have saved since.
  const [baseVersion] = useState(item?.version ?? 0);
  return (
    <>
      {problem ? (
        <p className="note bad" role="alert">
          {text.problems[problem]}
        </p>
      ) : null}
      {item?.state === 'withdrawn' ? null : (
        <Form
          method="post"
          encType="multipart/form-data"
          onChange={() => setChanged(true)}
          className="news-form"
        >
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="intent" value="save" />
          <input type="hidden" name="baseVersion" value={baseVersion} />
          <div className="two-columns">
            <div className="field">
              <label htmlFor="unitId">{fields.centre}</label>
              {item ? <input type="hidden" name="unitId" value={item.unitId} /> : null}
              <select
                id="unitId"
                name={item ? undefined : 'unitId'}
                defaultValue={item?.unitId}
                disabled={item !== undefined}
              >
                {units.map((unit) => (
                  <option key={unit.id} value={unit.id}>
                    {unit.name}
                  </option>
                ))}
              </select>
            </div>
            <div className="field">
              <label htmlFor="category">{fields.category}</label>
              <select id="category" name="category" defaultValue={item?.category}>
                {categories.map((category) => (
                  <option key={category} value={category}>
                    {text.categories[category]}
                  </option>
                ))}
              </select>
            </div>
          </div>
          <WordingFields locale={locale} language="th" item={item} />
          <WordingFields locale={locale} language="en" item={item} />
          <fieldset className="card">
            <legend>{fields.picture}</legend>
            {item?.pictureId ? (
              <img className="news-thumb" src={`/office/news/pictures/${item.pictureId}`} alt={item.altTh} />
            ) : null}
            <FileField
              name="picture"
              label={fields.pictureFile}
              hint={fields.pictureHint}
              locale={locale}
              accept="image/jpeg,image/png,image/webp"
            />
            {item?.pictureId ? (
              <label className="choice">
                <input type="checkbox" name="removePicture" /> {fields.removePicture}
              </label>
            ) : null}
            <div className="two-columns">
              {(['Th', 'En'] as const).map((language) => (
                <div className="field" key={language}>
                  <label htmlFor={`alt${language}`}>
                    {fields.alt} ({language === 'Th' ? words.thai : words.english})
                  </label>
                  <input
                    id={`alt${language}`}
                    name={`alt${language}`}
                    maxLength={300}
                    defaultValue={item?.[`alt${language}`]}
                  />
                </div>
              ))}
            </div>
          </fieldset>
          <details className="field">
            <summary>{fields.related}</summary>
            {others.map((other) => (
              <label className="choice" key={other.id}>
                <input
                  type="checkbox"
                  name="related"
                  value={other.id}
                  defaultChecked={item?.related.includes(other.id)}
                />
                {other.title}
              </label>
            ))}
          </details>
          <div className="field">
            <label htmlFor="slug">{fields.slug}</label>
            <p className="hint" id="slug-hint">
              {fields.slugHint}
            </p>
            <input
              id="slug"
              name="slug"
              pattern="[a-z0-9][a-z0-9\-]{1,78}[a-z0-9]"
              defaultValue={item?.slug}
              aria-describedby="slug-hint"
            />
          </div>
          <button type="submit" className="button main" disabled={isBusy}>
            {item && item.state !== 'draft' ? words.save : words.saveDraft}
          </button>
        </Form>
      )}
      {isChanged && item ? <p className="note warn">{words.unsaved}</p> : steps}
    </>
  );
}
