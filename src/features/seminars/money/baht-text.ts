/** An amount in Thai words, as papers of money end: 21,600 is สองหมื่นหนึ่งพันหกร้อยบาทถ้วน. */
import { bahtWords as words } from './baht-text.th.ts';

/** `baht` has at most two places; negative amounts have no place on a claim. RangeError for those. */
export function bahtText(baht: number): string {
  const satang = Math.round(baht * 100);
  if (!(satang >= 0 && Number.isSafeInteger(satang))) throw new RangeError(`no amount of money: ${baht}`);
  const whole = Math.floor(satang / 100);
  const rest = satang % 100;
  if (satang === 0) return words.zero + words.baht + words.exactly;
  const inBaht = whole > 0 ? numberText(whole) + words.baht : '';
  return inBaht + (rest > 0 ? numberText(rest) + words.satang : words.exactly);
}

/** Groups of six digits, each but the last followed by "million". */
export function numberText(value: number): string {
  const millions = Math.floor(value / 1_000_000);
  const rest = value % 1_000_000;
  return (millions > 0 ? numberText(millions) + words.million : '') + belowMillion(rest, millions > 0);
}

function belowMillion(value: number, isFollowing: boolean): string {
  const digits = String(value).split('').map(Number);
  return digits
    .map((digit, at) => {
      const place = digits.length - 1 - at;
      if (digit === 0) return '';
      if (place === 1)
        return (digit === 1 ? '' : digit === 2 ? words.twoOfTens : words.digits[digit]!) + words.places[1]!;
      // The last one of several digits is เอ็ด, also after a million.
      if (place === 0 && digit === 1 && (digits.length > 1 || isFollowing)) return words.lastOne;
      return words.digits[digit]! + words.places[place]!;
    })
    .join('');
}
