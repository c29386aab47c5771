/** The proof that a gift was returned or handed over. */
import { useState } from 'react';
import { Form, useNavigation } from 'react-router';
import { DateField } from '#interface/fields/date-field.tsx';
import { FileField } from '#interface/fields/file-field.tsx';
import type { Locale } from '#platform/text/messages.ts';
import type { GiftView } from '../gift.ts';
import { giftsText } from '../text.ts';

type DisposeProps = {
  readonly gift: GiftView;
  readonly locale: Locale;
  readonly actId: string;
  readonly today: string;
};

export function DisposeGift({ gift, locale, actId, today }: DisposeProps) {
  const { view } = giftsText(locale);
  const [ownId] = useState(actId);
  const isBusy = useNavigation().state !== 'idle';
  return (
    <section className="card" aria-labelledby="dispose">
      <h2 id="dispose">{view.disposeHeading[gift.decision === 'return' ? 'return' : 'hand-over']}</h2>
      <Form method="post" encType="multipart/form-data">
        <input type="hidden" name="intent" value="dispose" />
        <input type="hidden" name="id" value={ownId} />
        <DateField name="doneOn" label={view.disposeOn} locale={locale} defaultValue={today} required />
        <div className="field">
          <label htmlFor="note">{view.disposeNote}</label>
          <input id="note" name="note" required maxLength={500} />
        </div>
        <FileField
          name="proof"
          label={view.proof}
          locale={locale}
          required
          accept="image/jpeg,image/png,image/webp,application/pdf"
        />
        <button type="submit" className="button act" disabled={isBusy}>
          {view.dispose}
        </button>
      </Form>
    </section>
  );
}
