// How a section's number stands in an address: /laws/criminal-code/157, …/335-thawi, …/29.1. ASCII only, so that an
// address survives letters, print and old programs.
import { INSERTED_SPELLINGS, readSectionNumber, writeSectionNumber } from './parse/section-number.ts';

/** RTGS spelling of the ordinals in use; others keep their value. */
const ROMAN: Readonly<Record<number, string>> = {
  2: 'thawi',
  3: 'tri',
  4: 'chattawa',
  5: 'bencha',
  6: 'cho',
  7: 'satta',
  8: 'attha',
  9: 'nawa',
  10: 'thot',
};

/** '335 ทวิ' → '335-thawi', '29/1' → '29.1', '90/14 ทวิ' → '90.14-thawi'. */
export function addressOfSection(number: string): string {
  const read = readSectionNumber(number);
  if (!read) return encodeURIComponent(number);
  return read.tail.reduce(
    (text, { by, value, word }) =>
      by === 'slash'
        ? `${text}.${value}`
        : `${text}-${ROMAN[value] && INSERTED_SPELLINGS[value] === word ? ROMAN[value] : encodeURIComponent(word)}`,
    `${read.main}`,
  );
}

/** The way back; also understands Thai digits, '29/1' and '335 ทวิ' as typed. Undefined for what is no number. */
export function sectionOfAddress(address: string): string | undefined {
  const spelt = address.replace(/-([a-z]+)/g, (whole, roman: string) => {
    const value = Object.entries(ROMAN).find(([, word]) => word === roman)?.[0];
    return value === undefined ? whole : ` ${INSERTED_SPELLINGS[Number(value)]}`;
  });
  const read = readSectionNumber(spelt.replace(/-(?=[ก-๎])/g, ' ').replace(/\.(?=\d)/g, '/'));
  return read && writeSectionNumber(read);
}
