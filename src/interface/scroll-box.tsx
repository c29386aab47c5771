/** A place of its own for a wide table to scroll in, so that the page never scrolls sideways; the keyboard reaches it. */
import type { ReactNode } from 'react';

type ScrollBoxProps = {
  /** Usually the table's caption. */
  readonly label: string;
  readonly className?: string;
  readonly children: ReactNode;
};

export function ScrollBox({ label, className, children }: ScrollBoxProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className={className ? `scroll-x ${className}` : 'scroll-x'} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
