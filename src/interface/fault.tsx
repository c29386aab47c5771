/** Shown when a page fails. In both languages, because the fault may have come before the language was known. */
import { frameText } from './text.ts';

export function Fault() {
  return (
    <html lang="th">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{frameText('th').fault.title}</title>
      </head>
      <body>
        <main className="narrow">
          {(['th', 'en'] as const).map((locale) => (
            <section key={locale} lang={locale}>
              <h1>{frameText(locale).fault.title}</h1>
              <p>{frameText(locale).fault.body}</p>
            </section>
          ))}
          <a className="button main" href="?">
            {frameText('th').fault.again} · {frameText('en').fault.again}
          </a>
        </main>
      </body>
    </html>
  );
}
