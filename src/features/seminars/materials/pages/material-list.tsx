/** Materials by part of the programme, as links and downloads. */
import type { ReactNode } from 'react';
import type { Locale } from '#platform/text/messages.ts';
import { titleLang, titleOf } from '../../pages/seminar-words.ts';
import type { Slot } from '../../seminar.ts';
import type { Material } from '../material.ts';
import { materialsText } from '../text.ts';

type MaterialListProps = {
  readonly materials: readonly Material[];
  readonly slots: readonly Slot[];
  readonly locale: Locale;
  /** Below which a material's identifier leads to its file. */
  readonly fileBase: string;
  readonly fileEnding?: string;
  readonly more?: (material: Material) => ReactNode;
  readonly level: 2 | 3;
};

export function MaterialList({
  materials,
  slots,
  locale,
  fileBase,
  fileEnding = '',
  more,
  level,
}: MaterialListProps) {
  const words = materialsText(locale);
  const Title = `h${level}` as 'h2' | 'h3';
  if (materials.length === 0)
    return (
      <div className="card empty">
        <p>
          <strong>{words.none}</strong>
        </p>
        <p>{words.noneBody}</p>
      </div>
    );
  const groups = [undefined, ...slots]
    .map((slot) => ({ slot, items: materials.filter(({ slotId }) => slotId === slot?.id) }))
    .filter(({ items }) => items.length > 0);
  return groups.map(({ slot, items }) => (
    <section key={slot?.id ?? ''}>
      <Title lang={slot ? titleLang(slot, locale) : undefined}>
        {slot ? titleOf(slot, locale) : words.whole}
      </Title>
      <ul className="plain-list rows">
        {items.map((material) => (
          <li key={material.id}>
            <strong lang={titleLang(material, locale)}>{titleOf(material, locale)}</strong>{' '}
            <span className="tag">{words.kinds[material.kind]}</span>
            <div>
              {material.link ? (
                <a href={material.link} rel="noreferrer">
                  {words.open}
                </a>
              ) : (
                <a href={`${fileBase}/${material.id}${fileEnding}`} download>
                  {words.download} {material.fileName}
                </a>
              )}{' '}
              {material.size ? (
                <span className="soft small">{words.size((material.size / 1_048_576).toFixed(1))}</span>
              ) : null}
            </div>
            {more?.(material)}
          </li>
        ))}
      </ul>
    </section>
  ));
}
