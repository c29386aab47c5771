/** What officers do with ethics matters through the pages: answer advice, write and approve a question, record an objection. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { type OfficerPage, visit } from './fixtures.ts';
import { openFromQueue, reply } from './officer.ts';

/** Answers the advice whose title holds these words; returns the path of what hangs on it. */
export async function answerAdvice(officer: OfficerPage, title: string, words: string): Promise<string> {
  await openFromQueue(officer, title);
  await reply(officer.page, words);
  return matterOf(officer.page);
}

/** The path of the page of what hangs on the ethics matter that is open. */
export async function matterOf(page: Page): Promise<string> {
  return `/office/ethics/matters/${new URL(page.url()).pathname.split('/').at(-1)}`;
}

export type WrittenQuestion = {
  readonly question: string;
  readonly answer: string;
  readonly cites?: { readonly law: string; readonly section: string };
};

export async function fillQuestion(page: Page, matter: string, said: WrittenQuestion): Promise<void> {
  await visit(page, `${matter}/question`);
  await page.locator('[name=questionTh]').fill(said.question);
  await page.locator('[name=answerTh]').fill(said.answer);
  await page.locator('[name=standards][value=S2]').check();
  if (said.cites) {
    await page.locator('[name=law-0]').selectOption(said.cites.law);
    await page.locator('[name=section-0]').fill(said.cites.section);
  }
}

/** Hands it in and returns its page's path. */
export async function handInQuestion(page: Page): Promise<string> {
  await page.locator('main form .button.act').click();
  await page.waitForURL(/\/office\/ethics\/questions\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

export async function writeQuestion(page: Page, matter: string, said: WrittenQuestion): Promise<string> {
  await fillQuestion(page, matter, said);
  return handInQuestion(page);
}

/** As the second person. */
export async function approveQuestion(page: Page, question: string): Promise<void> {
  await visit(page, question);
  await page.locator('[name=step][value=published]').click();
  await page.locator('.tag.deep', { hasText: 'เผยแพร่แล้ว' }).waitFor();
}

/** Records a written objection of today; `share` is the code of a centre above. */
export async function recordObjection(
  page: Page,
  said: {
    readonly order: string;
    readonly objection: string;
    readonly share?: string;
    readonly file?: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };
  },
): Promise<void> {
  await visit(page, '/office/objections');
  const form = page.locator('#objection-form');
  await form.locator('[name=giver]').fill('หัวหน้าฝ่าย');
  await form.locator('[name=order]').fill(said.order);
  await form.locator('[name=objection]').fill(said.objection);
  if (said.file) await form.locator('[name=file]').setInputFiles(said.file);
  if (said.share) await form.locator(`[name=share][value=${said.share}]`).check();
  await form.locator('.button.act').click();
  await page.locator('.note.good').waitFor({ timeout: 60_000 });
}

/** Saves the file of the first objection on the page. */
export async function savedFile(page: Page): Promise<{ name: string; bytes: Buffer }> {
  const saving = page.waitForEvent('download');
  await page.locator('article.card').first().getByRole('button', { name: 'ดาวน์โหลด' }).click();
  const saved = await saving;
  return { name: saved.suggestedFilename(), bytes: await readFile(await saved.path()) };
}
