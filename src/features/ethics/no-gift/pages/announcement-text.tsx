/** The wording of an announcement in paragraphs and points. */
import { partsOf } from '../no-gift-rules.ts';

type TextProps = { readonly body: string; readonly lang: 'th' | 'en' };

export function AnnouncementText({ body, lang }: TextProps) {
  return (
    <div className="announcement-text" lang={lang}>
      {partsOf(body).map((part) =>
        part.kind === 'paragraph' ? (
          <p key={part.text}>{part.text}</p>
        ) : (
          <ul key={part.items.join()}>
            {part.items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        ),
      )}
    </div>
  );
}
