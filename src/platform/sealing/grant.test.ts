import { beforeAll, describe, expect, it } from 'vitest';
import { utf8 } from './bytes.ts';
import { openCentreGrant, openGrant, sealCentreGrant, sealGrant } from './grant.ts';
import { generateIdentity, type Identity, type Recipient, recipientOf } from './identity.ts';
import { seal } from './seal.ts';

const coded = (code: string) => expect.objectContaining({ code });
const title = 'เรียกรับเงินค่าเซ็นแบบก่อสร้าง อบต.';

let centre: Identity;
let centreRecipient: Recipient;
let caseKey: Identity;
let caseRecipient: Recipient;

beforeAll(async () => {
  [centre, caseKey] = [generateIdentity(), generateIdentity()];
  [centreRecipient, caseRecipient] = [await recipientOf(centre), await recipientOf(caseKey)];
});

const grantOf = () => ({ caseId: 'c1', kind: 'dialogue', version: 1, identity: caseKey, title }) as const;

describe('a grant of a case', () => {
  it('gives the centre the key and the title in one small file', async () => {
    const sealed = await sealGrant(grantOf(), [centreRecipient]);
    const opened = await openGrant(sealed, centre, {
      caseId: 'c1',
      kind: 'dialogue',
      recipient: caseRecipient,
    });
    expect(opened).toEqual({ ...grantOf(), recipient: caseRecipient });
    expect(sealed.length).toBeLessThan(3000);
  });

  it('does not tell by its size how long the title is, or whether there is one', async () => {
    const { title: _, ...untitled } = grantOf();
    const sizes = await Promise.all(
      [untitled, { ...untitled, title: 'ก'.repeat(200) }, grantOf()].map(
        async (grant) => (await sealGrant(grant, [centreRecipient])).length,
      ),
    );
    expect(new Set(sizes).size).toBe(1);
    await expect(sealGrant({ ...untitled, title: 'ก'.repeat(201) }, [centreRecipient])).rejects.toEqual(
      coded('too-large'),
    );
  });

  it('is refused for another case, kind or version', async () => {
    const sealed = await sealGrant(grantOf(), [centreRecipient]);
    for (const expected of [
      { caseId: 'c2', kind: 'dialogue' },
      { caseId: 'c1', kind: 'internal' },
      { caseId: 'c1', kind: 'dialogue', version: 2 },
    ] as const) {
      await expect(openGrant(sealed, centre, expected)).rejects.toEqual(coded('wrong-grant'));
    }
  });

  it('forged by a server, which lacks the key of the case, is noticed', async () => {
    const forged = await sealGrant({ ...grantOf(), identity: generateIdentity() }, [centreRecipient]);
    const expected = { caseId: 'c1', kind: 'dialogue', recipient: caseRecipient } as const;
    await expect(openGrant(forged, centre, expected)).rejects.toEqual(coded('wrong-grant'));
  });

  it('is nothing to a stranger, and anything else is no grant', async () => {
    const expected = { caseId: 'c1', kind: 'dialogue' } as const;
    const sealed = await sealGrant(grantOf(), [centreRecipient]);
    await expect(openGrant(sealed, generateIdentity(), expected)).rejects.toEqual(coded('not-for-this-key'));
    for (const text of ['[]', '{"v":2}', 'null', 'x']) {
      const other = await seal(utf8(text), [centreRecipient]);
      await expect(openGrant(other, centre, expected)).rejects.toEqual(coded('malformed'));
    }
  });
});

describe('a grant of a centre', () => {
  it('gives an officer the key of one epoch, and is no case grant', async () => {
    const officer = generateIdentity();
    const grant = { unitCode: 'MOI-P-50', epoch: 3, identity: centre };
    const sealed = await sealCentreGrant(grant, await recipientOf(officer));
    const expected = { unitCode: 'MOI-P-50', epoch: 3, recipient: centreRecipient };
    expect(await openCentreGrant(sealed, officer, expected)).toEqual({
      ...grant,
      recipient: centreRecipient,
    });
    for (const other of [{ epoch: 2 }, { unitCode: 'MOI-P-51' }, { recipient: caseRecipient }]) {
      await expect(openCentreGrant(sealed, officer, { ...expected, ...other })).rejects.toEqual(
        coded('wrong-grant'),
      );
    }
    await expect(openGrant(sealed, officer, { caseId: 'c1', kind: 'dialogue' })).rejects.toEqual(
      coded('wrong-grant'),
    );
  });
});
