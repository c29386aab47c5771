/** No material goes farther than every speaker agreed; parts of files as RFC 9110 asks for them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { audiences, consentScopes, materialKinds } from './material.ts';
import { concerned, mediaTypeOf, rangeOf, rankOf, reachOf } from './material-rules.ts';

const consents = fc.uniqueArray(
  fc.record({ speakerId: fc.constantFrom('a', 'b', 'c'), scope: fc.constantFrom(...consentScopes) }),
  { selector: ({ speakerId }) => speakerId },
);
const material = fc.record({
  kind: fc.constantFrom(...materialKinds),
  audience: fc.constantFrom(...audiences),
  speakerId: fc.constantFrom(undefined, 'a', 'b'),
});

test('a material reaches no farther than it is meant to, nor than any speaker concerned agreed', () => {
  fc.assert(
    fc.property(material, fc.subarray(['a', 'b', 'c']), consents, (one, speakers, agreed) => {
      const reach = reachOf(one, speakers, agreed);
      expect(reach).toBeLessThanOrEqual(rankOf(one.audience));
      for (const id of concerned(one, speakers))
        expect(reach).toBeLessThanOrEqual(
          rankOf(agreed.find(({ speakerId }) => speakerId === id)?.scope ?? 'none'),
        );
    }),
  );
});

test('ranges: from the start, from within, the last bytes, and what is not there', () => {
  expect(rangeOf('bytes=0-9', 100)).toEqual({ first: 0, last: 9 });
  expect(rangeOf('bytes=90-', 100)).toEqual({ first: 90, last: 99 });
  expect(rangeOf('bytes=-5', 100)).toEqual({ first: 95, last: 99 });
  expect(rangeOf('bytes=50-500', 100)).toEqual({ first: 50, last: 99 });
  expect(rangeOf('bytes=100-', 100)).toBe('outside');
  for (const header of [undefined, 'bytes=-', 'bytes=9-1', 'lines=1-2', 'bytes=0-1,5-6'])
    expect(rangeOf(header, 100)).toBeUndefined();
});

test('a name that says nothing known is sent as bytes', () => {
  expect(mediaTypeOf('สไลด์.PPTX')).toContain('presentation');
  expect(mediaTypeOf('x.html')).toBe('application/octet-stream');
});
