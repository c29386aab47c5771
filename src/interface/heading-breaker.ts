/** Where Thai headings may break, with the whole dictionary: on the server only. */
import { breakHeading } from '#platform/text/break-heading.ts';
import { dictionaryNow } from '#platform/text/dictionary-now.ts';

export const breakThai = (text: string): readonly string[] => breakHeading(text, dictionaryNow());
