/** Words for every refusal of ethics, in English: each says what to do next. */
import type { EthicsRefusal } from './outcome.ts';

export const en: Record<EthicsRefusal, string> = {
  forbidden: 'Your role does not allow this.',
  'not-found': 'There is no such entry.',
  malformed:
    'Something is missing or not right. Please look at every field and send again; what you typed is still there.',
  'in-the-future': 'This day has not come yet. Please choose today or an earlier day.',
  'picture-kind':
    'Only JPEG, PNG or WebP pictures can be taken. Please choose another; what you typed is still there.',
  'picture-broken':
    'The picture is damaged, so its hidden data cannot be removed. Please take it again; what you typed is still there.',
  'file-too-large': 'The file is larger than 16 MB. Please choose a smaller one.',
  'proof-missing': 'Please attach a picture or a PDF of the proof.',
  'proof-kind': 'The proof must be a JPEG, PNG or WebP picture, or a PDF.',
  'own-gift': 'You cannot decide on what you received yourself. Your superior decides.',
  'own-conflict': 'You cannot decide on your own matter. Your superior decides.',
  'already-decided': 'This has been decided. Load the page again to see how.',
  'not-to-dispose': 'This is not to be returned or handed over, so no proof is needed.',
  'already-disposed': 'The proof is already there.',
  'gifts-reported':
    'You cannot file “nothing”: the register holds entries for this half-year. Please file its figures.',
  'not-begun': 'This half-year has not begun.',
  'nobody-missing': 'Every centre has filed. There is nobody to remind.',
  'already-signed': 'You have signed this year’s announcement.',
  'other-wording': 'The wording has just changed. Please read the new one below and sign again.',
  'other-year': 'Only the present fiscal year can be signed. Please load the page again.',
  placeholders:
    'There is a word in braces that the system does not know. Use {office}, {year}, {name} and {position} only.',
  'not-later': 'It must begin later than the version in force.',
  'unknown-rule': 'There is no such rule. Please load the page again.',
  'no-such-day': 'There is no such day. Please check day and month.',
  'unknown-case': 'There is no such case, or you do not work on it.',
  'has-declared': 'You have declared a conflict in this fiscal year, so you cannot say that there is none.',
  'wrong-stage': 'The matter has not reached that step. Move it on in its page first.',
  'unknown-section': 'The law library does not hold that section. Check the law and the number.',
  'names-persons':
    'There is still a name, number, telephone or e-mail of a person. Take it out; what you typed is kept.',
  'second-person': 'Whoever wrote it cannot approve it. A second person decides.',
  'already-linked': 'It is linked to that case already.',
  'changed-meanwhile': 'Somebody changed it first. Load the page again.',
  'not-above': 'Choose a centre above yours that has a key.',
  'unknown-topic': 'That kind of matter is no longer in use. Please choose another; what you typed is kept.',
  'missing-attachment': 'A file did not arrive. Please send once more; what you typed is kept.',
  'stale-key':
    'The centre’s key has just changed. Load the page again and send once more; what you typed is kept.',
  'already-replaced': 'Somebody has changed this row before you. Please load the page again to see it.',
  'bank-too-small':
    'This cannot be taken out: the bank must hold more situations than are asked. Please add a new one first.',
  'not-answered': 'There is a situation still to answer. Please answer it before you pledge.',
  'evidence-missing':
    'An activity scored 1 or 2 needs its evidence. Please add it and send again; what you typed is still there.',
  'too-many-files':
    'An activity has at most five files. Please remove one first; what you typed is still there.',
  'remark-missing':
    'Please say why when you return it or correct a score, so that the centre knows what to mend.',
  'own-honour': 'You or your centre are nominated, so somebody else has to do this.',
  'not-open': 'This is not the time for it. Please see the days on the page of honours.',
  'not-eligible':
    'This person cannot be chosen: not of the centre, or with a part in the nominations or answers of this round. Please choose somebody else.',
  'already-nominated': 'This name is nominated in this category already. Please see your centre’s list.',
  'answered-already': 'This centre has answered. A centre answers once, and an answer is not changed.',
  'too-early': 'The last day of nomination has not come. You can close from that day on.',
  unanswered: 'A centre has not answered yet. Please remind those on the list, then close the scoring again.',
  'scores-missing': 'Too few members have scored. Please remind the committee or name further members.',
};
