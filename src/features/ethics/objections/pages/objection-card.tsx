/** One objection: opened here, compared with its commitment, its proof kept and checked; hers she may disclose or carry on. */
import { Fragment, useEffect, useState } from 'react';
import { useRevalidator } from 'react-router';
import { showBytes } from '#features/cases/browser/index.ts';
import { centreIdentity, identity, tell, useVault, watchRecipient } from '#features/network/browser/index.ts';
import { asCivilDate } from '#platform/calendar/civil-date.ts';
import { formatDate, formatDateTime } from '#platform/calendar/formatting.ts';
import { asRecipient } from '#platform/sealing/identity.ts';
import type { Locale } from '#platform/text/messages.ts';
import { checkProof, openObjection } from '../browser/open-objection.ts';
import { sealObjection } from '../browser/seal-objection.ts';
import { fileBytes, type ObjectionText } from '../objection.ts';
import type { ObjectionsDesk, SealedObjection } from '../read-objections.ts';
import { objectionsText } from '../text.ts';

type Props = {
  readonly sealed: SealedObjection;
  /** The centre's key that opens it; hers own opens hers. */
  readonly by?: { readonly unitCode: string; readonly epoch: number };
  readonly sharedWith?: readonly string[];
  readonly above: ObjectionsDesk['above'];
  readonly grounds: ObjectionsDesk['grounds'];
  readonly locale: Locale;
  readonly onUpdate?: () => void;
};

type Opened = { readonly text: ObjectionText; readonly matches: boolean } | 'closed' | 'cannot';

export function ObjectionCard({ sealed, by, sharedWith = [], above, grounds, locale, onUpdate }: Props) {
  const text = objectionsText(locale);
  const vault = useVault();
  const { revalidate } = useRevalidator();
  const [opened, setOpened] = useState<Opened>('closed');
  const [says, setSays] = useState('');
  const unit = by?.unitCode;
  const epoch = by?.epoch;
  useEffect(() => {
    if (vault !== 'open') return setOpened('closed');
    let left = false;
    const key = unit === undefined ? identity() : centreIdentity(unit, epoch!);
    key
      .then((one) => openObjection(sealed.sealed, one, sealed.commitment))
      .then((found) => left || setOpened(found))
      .catch(() => left || setOpened('cannot'));
    return () => {
      left = true;
    };
  }, [vault, sealed.sealed, sealed.commitment, unit, epoch]);

  async function check(keep: boolean) {
    const verdict = await checkProof(sealed.id, sealed.commitment);
    if (verdict.kind !== 'good') return setSays(verdict.kind === 'bad' ? text.proof.bad : text.proof.later);
    setSays(text.proof.good(String(verdict.index), formatDateTime(verdict.at, locale)));
    if (keep) save(`${sealed.id.slice(0, 8)}.tlog-proof`, verdict.proof);
  }

  async function disclose(centre: ObjectionsDesk['above'][number]) {
    if (typeof opened === 'string') return;
    if (!(await watchRecipient(centre.code, centre.epoch, centre.recipient))) return setSays(text.alarm);
    try {
      await tell('/office/objections/shares', {
        id: crypto.randomUUID(),
        objectionId: sealed.id,
        unitCode: centre.code,
        epoch: centre.epoch,
        sealed: await sealObjection(opened.text, [asRecipient(centre.recipient)]),
      });
      await revalidate();
    } catch {
      setSays(text.failed);
    }
  }

  const isOpen = typeof opened !== 'string';
  return (
    <article className="card" id={`objection-${sealed.id}`}>
      <h3>{text.recorded(formatDateTime(new Date(sealed.recordedAt), locale))}</h3>
      {sealed.follows ? <p className="soft small">{text.follows}</p> : null}
      {isOpen ? (
        <>
          <Said text={opened.text} grounds={grounds} locale={locale} />
          {opened.text.file ? <SaveFile file={opened.text.file} locale={locale} /> : null}
          <p className={opened.matches ? 'good small' : 'note bad'}>
            {opened.matches ? text.seal.matches : text.seal.differs}
          </p>
        </>
      ) : opened === 'cannot' ? (
        <p className="note warn">{text.seal.cannot}</p>
      ) : null}
      {sharedWith.map((name) => (
        <p key={name} className="soft small">
          {text.sharedWith(name)}
        </p>
      ))}
      <p className="row">
        <button type="button" className="button" onClick={() => void check(true)}>
          {text.proof.save}
        </button>
        <button type="button" className="button quiet" onClick={() => void check(false)}>
          {text.proof.check}
        </button>
        <a href={`/office/objections/${sealed.id}/receipt.pdf?lang=${locale}`}>{text.proof.paper}</a>
      </p>
      <p role="status" className="small">
        {says}
      </p>
      {isOpen && onUpdate ? (
        <p className="row">
          <button
            type="button"
            className="button"
            onClick={() => {
              onUpdate();
              document.querySelector<HTMLElement>('#giver')?.focus();
            }}
          >
            {text.update}
          </button>
          {above
            .filter(({ name }) => !sharedWith.includes(name))
            .map((centre) => (
              <button
                key={centre.code}
                type="button"
                className="button"
                onClick={() => void disclose(centre)}
              >
                {text.disclose(centre.name)}
              </button>
            ))}
        </p>
      ) : null}
    </article>
  );
}

function Said({
  text: said,
  grounds,
  locale,
}: {
  text: ObjectionText;
  grounds: Props['grounds'];
  locale: Locale;
}) {
  const words = objectionsText(locale).form;
  const ground = grounds.find(({ code }) => code === said.ground);
  const lines: readonly (readonly [string, string])[] = [
    [words.giver, said.giver],
    [words.orderedOn, said.orderedOn && formatDate(asCivilDate(said.orderedOn), locale)],
    [words.order, said.order],
    [words.ground, [ground?.name, ground?.basis, said.basis].filter(Boolean).join(' · ')],
    [words.objection, said.objection],
    [words.reply, [words.replies[said.reply], said.replyText].filter(Boolean).join(': ')],
  ];
  return (
    <dl className="short-facts">
      {lines.map(([name, value]) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

/** From the sealed text to the officer's own device; of a kind that we name, so that nothing in it runs here. */
function SaveFile({ file, locale }: { file: NonNullable<ObjectionText['file']>; locale: Locale }) {
  const bytes = fileBytes(file);
  return (
    <p>
      <button
        type="button"
        className="button"
        onClick={() => {
          const shown = showBytes(bytes, file);
          shown.save();
          shown.revoke();
        }}
      >
        {objectionsText(locale).saveFile(file.name, Math.ceil(bytes.length / 1024))}
      </button>
    </p>
  );
}

function save(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text]));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
