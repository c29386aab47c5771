/** The report page with script: one question a screen, sealed here, sent once. Without it the plain form works. */
import { newReceipt, type Receipt } from '#platform/sealing/receipt.ts';
import type { StretchedReceipt } from '#platform/sealing/receipt-keys.ts';
import type { Locale } from '#platform/text/messages.ts';
import { addresseeOf } from '../addressing.ts';
import { type Answers, answersFrom, type Problem, problemsOf } from '../form-rules.ts';
import { onRetry } from './api.ts';
import { keepProof, stretch } from './background.ts';
import { readCentres, startCentrePicker } from './centre-picker.ts';
import { byId } from './dom.ts';
import { forgetDraft, keepDraft, readDraft } from './draft.ts';
import { startFilePicker } from './file-picker.ts';
import { fieldsOf, fill, firstWithProblem, refusalWords, say, shownAnswer, wordsOf } from './form-fields.ts';
import { armLeaving } from './leave.ts';
import { drawReview, drawRouting } from './review.ts';
import { startSteps } from './steps.ts';
import { canSeal } from './support.ts';
import { loadWords } from './words.ts';

const form = document.querySelector<HTMLFormElement>('#report-form');
if (form) void begin(form);

async function begin(form: HTMLFormElement): Promise<void> {
  if (await canSeal()) return start(form, form.dataset['locale'] as Locale).catch(() => showPlain(form));
  byId('cannot-seal').hidden = false;
  showPlain(form);
}

/** The form as the server made it: always there to fall back on. */
function showPlain(form: HTMLFormElement): void {
  delete form.dataset['waiting'];
}

async function start(form: HTMLFormElement, locale: Locale): Promise<void> {
  const [words, kept] = await Promise.all([loadWords(locale), readDraft()]);
  const asked = form.dataset['asked'] ?? '';
  const draft = kept?.asked === asked ? kept : undefined;
  const first = form.querySelector<HTMLElement>('[data-step]')?.dataset['step'];
  const { problems: problemText, nav } =
    locale === 'en' ? (await import('../form-text.en.ts')).en : (await import('../form-text.th.ts')).th;
  const centres = readCentres(locale);
  const id = draft?.id ?? crypto.randomUUID();
  const receipt = draft ? (BigInt(draft.receipt) as Receipt) : newReceipt();
  let stretched: Promise<StretchedReceipt> | undefined;
  const proofs = keepProof();
  const topics = [...form.querySelectorAll<HTMLInputElement>('[name=topic]')].map(({ value }) => value);
  const keep = byId<HTMLInputElement>('keep-draft');
  let hasTyped = false;
  let isDone = false;
  let shown = '';

  form.noValidate = true;
  if (draft) fill(form, draft);
  keep.checked = draft !== undefined;

  const answers = (): Answers => {
    const data = new FormData(form);
    return answersFrom((name) => data.get(name)?.toString());
  };
  const save = () => {
    if (!keep.checked || isDone) return;
    const fields = Object.fromEntries(
      [...new FormData(form)].filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
    );
    void keepDraft({ fields, step: shown, asked, id, receipt: receipt.toString() });
  };
  const files = startFilePicker({
    input: byId('files'),
    list: byId('file-list'),
    removeLabel: nav.remove,
    words,
    onProblems: (problems) =>
      say('files', problems.map((problem) => wordsOf(problem, problemText)).join(' ')),
    onChange: () => {
      hasTyped ||= files.picked().length > 0;
    },
  });
  startCentrePicker(centres, locale, words, () => steps.refresh());

  const problemsAt = (step: string): Problem[] =>
    problemsOf(
      answers(),
      files.picked().map(({ file }) => file),
      topics,
    ).filter(({ field }) => (fieldsOf[step] ?? [step]).includes(field));

  const mayLeave = (step: string): boolean => {
    const problems = problemsAt(step);
    for (const field of fieldsOf[step] ?? [step]) {
      const problem = problems.find((candidate) => candidate.field === field);
      say(field, problem ? wordsOf(problem, problemText) : '');
    }
    const [first] = problems;
    if (first) form.querySelector<HTMLElement>(`[name="${first.field}"]`)?.focus();
    return problems.length === 0;
  };

  const addressee = () => {
    const { centre, insider } = answers();
    return addresseeOf(centre === '' ? null : centre, insider, centres);
  };
  const isAsked = (step: string) => step !== 'insider' || answers().centre !== '';
  const stepsAsked = () =>
    [...form.querySelectorAll<HTMLElement>('[data-step]')]
      .map(({ dataset }) => dataset['step']!)
      .filter((step) => step !== 'send' && isAsked(step));
  const answerOf = (step: string): string => {
    if (step === 'files')
      return files
        .picked()
        .map(({ file }) => file.name)
        .join('\n');
    const parts = (fieldsOf[step] ?? [step]).map((field) => shownAnswer(form, field)).filter(Boolean);
    return parts.join('\n');
  };

  const steps = startSteps({
    form,
    words,
    isAsked,
    mayLeave,
    start: draft?.step ?? firstWithProblem(form),
    onShow: (step) => {
      shown = step;
      byId('who').hidden = answers().identity === 'anonymous';
      byId('lead').hidden = step !== first;
      save();
      if (step !== 'send') return;
      drawReview({
        form,
        words,
        changeLabel: nav.change,
        steps: stepsAsked(),
        answerOf,
        goTo: (to) => steps.goTo(to),
      });
      void drawRouting(addressee(), centres, locale, words);
      void import('./send-report.ts');
    },
  });

  form.addEventListener('input', () => {
    if (!hasTyped) {
      // The slow work is done while the person writes.
      stretched ??= stretch(receipt);
      stretched.catch(() => {
        stretched = undefined;
      });
      proofs.get().catch(() => undefined);
    }
    hasTyped = true;
    save();
  });
  form.addEventListener('change', (event) => {
    const target = event.target as HTMLInputElement;
    if (target.name === 'identity') byId('who').hidden = target.value === 'anonymous';
    if (target === keep && !keep.checked) forgetDraft();
    save();
  });
  window.onbeforeunload = (event) => {
    if (hasTyped && !keep.checked && !isDone) event.preventDefault();
  };
  armLeaving(form.querySelector('[data-do="leave"]'));

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const wrong = stepsAsked().find((step) => problemsAt(step).length > 0);
    if (wrong) {
      steps.goTo(wrong);
      mayLeave(wrong);
      return;
    }
    const target = addressee();
    if (!target) return;
    const button = byId<HTMLButtonElement>('send');
    const says = (text: string) => {
      byId('sending-says').textContent = text;
    };
    button.disabled = true;
    byId('refusal').hidden = true;
    const stop = onRetry(() => says(words.retrying));
    try {
      stretched ??= stretch(receipt);
      const { sendReport } = await import('./send-report.ts');
      const topicName = shownAnswer(form, 'topic').split('\n')[0] ?? '';
      const sent = await sendReport({
        id,
        receipt,
        stretched,
        answers: answers(),
        locale,
        topicName,
        files: files.picked(),
        addressee: target,
        proofs,
        words,
        says,
      });
      isDone = true;
      forgetDraft();
      const { showReceipt } = await import('./receipt-view.ts');
      await showReceipt({
        locale,
        number: sent.number,
        receipt,
        stretched: await stretched,
        proofs,
        notice: sent.isEarlier ? words.sentBefore : undefined,
      });
    } catch (error) {
      says('');
      const refusal = byId('refusal');
      refusal.textContent = refusalWords((error as { code?: string }).code, words, problemText);
      refusal.hidden = false;
      refusal.scrollIntoView({ block: 'center' });
      button.disabled = false;
      button.focus({ preventScroll: true });
    } finally {
      stop();
    }
  });
}
