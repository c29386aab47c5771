/** Draws the page at the door. Everything is built as elements with text: what a ticket or a name says is never HTML. */
import { asCivilDate } from '#platform/calendar/civil-date.ts';
import { formatDate, formatTime } from '#platform/calendar/formatting.ts';
import { sessionName } from '../text.ts';
import { seatCode } from '../ticket.ts';
import type { DoorState } from './door.ts';
import { h } from './elements.ts';
import { doorText } from './words.ts';

/** What the page asks of the work behind it. */
export type Wishes = {
  readonly letIn: (link: string) => void;
  readonly typed: (text: string) => void;
  readonly choose: (id: string) => void;
  readonly chooseSession: (key: string) => void;
  readonly toggleCamera: (video: HTMLVideoElement) => void;
  readonly switchLanguage: () => void;
  readonly setSound: (on: boolean) => void;
  readonly refresh: () => void;
  readonly erase: () => void;
};

type Words = ReturnType<typeof doorText>;

/** Parts that outlive a change of state: the camera's picture, and what is being typed. */
export function createView(root: HTMLElement, wishes: Wishes) {
  const video = h('video', { playsinline: true, muted: true, class: 'door-camera' });
  video.muted = true;
  video.hidden = true;
  const find = h('input', { type: 'search', id: 'find', autocomplete: 'off', spellcheck: 'false' });
  find.addEventListener('input', () => wishes.typed(find.value));
  const link = h('input', { type: 'text', id: 'link', autocomplete: 'off', spellcheck: 'false' });
  const results = h('ul', { class: 'plain-list rows', id: 'found' });
  const said = h('div', { class: 'door-result', role: 'status', 'aria-live': 'assertive' });
  const status = h('div', { class: 'door-status' });
  const upper = h('div', {});
  const lower = h('div', {});
  let shown = '';
  let cameraProblem = false;

  const draw = (state: DoorState) => {
    const text = doorText(state.settings.locale);
    document.documentElement.lang = state.settings.locale;
    document.title = text.name;
    drawStatus(status, state, text);
    drawResult(said, state, text);
    // Rebuilt only when the frame changes, so that the finger's place and the camera stay.
    const frame = `${state.phase} ${state.settings.locale} ${state.problem} ${state.list?.seminar.id}`;
    if (frame !== shown) {
      shown = frame;
      root.replaceChildren(...(state.phase === 'door' ? doorFrame(state, text) : enrolFrame(state, text)));
    }
    upper.replaceChildren(sessionPicker(state, text, wishes.chooseSession), counted(state, text));
    lower.replaceChildren(recent(state, text), more(state, text));
  };

  const enrolFrame = (state: DoorState, text: Words) =>
    [
      head(text),
      h('h1', {}, text.heading),
      state.problem
        ? h('p', { class: 'note bad', role: 'alert' }, problemWords(state.problem, text))
        : undefined,
      state.phase === 'working'
        ? h('p', { class: 'note', role: 'status' }, text.enrol.working)
        : h(
            'form',
            {
              class: 'card stack',
              submit: (event) => {
                event.preventDefault();
                wishes.letIn(link.value);
              },
            },
            h('h2', {}, text.enrol.title),
            h('p', {}, text.enrol.lead),
            h('div', { class: 'field' }, h('label', { for: 'link' }, text.enrol.link), link),
            h('button', { class: 'button main', type: 'submit' }, text.enrol.use),
          ),
    ].filter((part) => part !== undefined);

  const doorFrame = (state: DoorState, text: Words) => [
    head(text),
    status,
    h('h1', { class: 'door-title' }, titleOf(state)),
    upper,
    said,
    h(
      'div',
      { class: 'door-tools' },
      video,
      h(
        'p',
        { class: 'note warn', id: 'camera-problem', ...(cameraProblem ? {} : { hidden: true }) },
        text.camera.refused,
      ),
      h(
        'button',
        { class: 'button act', type: 'button', id: 'camera', click: () => wishes.toggleCamera(video) },
        video.hidden ? text.camera.start : text.camera.stop,
      ),
      h(
        'form',
        {
          class: 'field',
          role: 'search',
          submit: (event) => {
            event.preventDefault();
            wishes.typed(find.value);
          },
        },
        h('label', { for: 'find' }, text.find),
        find,
      ),
      results,
    ),
    lower,
  ];

  const head = (text: Words) =>
    h(
      'div',
      { class: 'door-head' },
      h('span', { class: 'brand' }, text.name),
      h(
        'button',
        { class: 'plain', type: 'button', id: 'language', click: wishes.switchLanguage },
        text.otherLanguage,
      ),
    );

  let sureAsked = false;
  const more = (state: DoorState, text: Words) => {
    const sound = h('input', {
      type: 'checkbox',
      change: (event) => wishes.setSound((event.target as HTMLInputElement).checked),
    });
    sound.checked = state.settings.sound;
    const details = h(
      'details',
      {},
      h('summary', {}, text.more),
      h('label', { class: 'choice' }, sound, h('span', {}, text.sound)),
      h('p', {}, h('button', { class: 'button', type: 'button', click: wishes.refresh }, text.refresh)),
      h(
        'div',
        { class: 'stack' },
        h('p', {}, text.eraseSure, ' ', state.waiting > 0 ? text.eraseUnsent(state.waiting) : ''),
        h(
          'button',
          { class: 'button danger', type: 'button', id: 'erase', click: wishes.erase },
          text.eraseNow,
        ),
      ),
    );
    details.open = sureAsked;
    details.addEventListener('toggle', () => {
      sureAsked = details.open;
    });
    return details;
  };

  return {
    draw,
    video,
    clearTyped: () => {
      find.value = '';
      results.replaceChildren();
    },
    typedLink: link,
    showCamera: (isOn: boolean, isRefused: boolean, words: Words) => {
      video.hidden = !isOn;
      cameraProblem = isRefused;
      const button = document.getElementById('camera');
      if (button) button.textContent = isOn ? words.camera.stop : words.camera.start;
      const problem = document.getElementById('camera-problem');
      if (problem) problem.hidden = !isRefused;
    },
    showFound: (
      people: readonly { id: string; name: string; centre: string }[],
      isTyped: boolean,
      words: Words,
    ) =>
      results.replaceChildren(
        ...people.map(({ id, name, centre }) =>
          h(
            'li',
            { class: 'door-found' },
            h(
              'span',
              { class: 'grow' },
              h('strong', { lang: 'th' }, name),
              h('br'),
              h('span', { class: 'soft small' }, `${centre} · ${seatCode(id)}`),
            ),
            h(
              'button',
              {
                class: 'button main',
                type: 'button',
                'aria-label': `${words.letIn} ${name}`,
                click: () => wishes.choose(id),
              },
              words.letIn,
            ),
          ),
        ),
        ...(people.length === 0 && isTyped ? [h('li', { class: 'soft' }, words.noneFound)] : []),
      ),
  };
}

const titleOf = ({ list, settings }: DoorState) =>
  (settings.locale === 'en' ? list?.seminar.titleEn : list?.seminar.titleTh) ?? '';

function problemWords(problem: NonNullable<DoorState['problem']>, text: Words): string {
  return problem === 'over' || problem === 'changed' ? text[problem] : text.enrol.problems[problem];
}

/** Without network the whole width says so, in words and not by colour alone. */
function drawStatus(
  status: HTMLElement,
  { isOnline, waiting, list, settings }: DoorState,
  text: Words,
): void {
  const { locale } = settings;
  const from = list
    ? text.listFrom(
        `${formatDate(asCivilDate(new Date(Date.parse(list.at) + 25_200_000).toISOString().slice(0, 10)), locale, 'short')} ${formatTime(new Date(list.at), locale)}`,
      )
    : '';
  status.className = isOnline ? 'door-status' : 'door-status offline';
  status.replaceChildren(
    h('strong', {}, isOnline ? text.online : text.offline),
    h(
      'span',
      { id: 'waiting' },
      isOnline ? (waiting > 0 ? text.waiting(waiting) : text.allSent) : text.offlineBody(waiting),
    ),
    h('span', { class: 'small' }, from),
  );
}

function drawResult(said: HTMLElement, { result, settings }: DoorState, text: Words): void {
  if (!result) {
    said.className = 'door-result';
    said.replaceChildren(h('strong', {}, text.ready));
    return;
  }
  const { verdict, person, at } = result;
  const kind = verdict === 'ok' ? 'ok' : verdict === 'duplicate' ? 'again' : 'no';
  const sign = { ok: '✓', again: '↻', no: '✕' }[kind];
  said.className = `door-result ${kind}`;
  said.dataset['verdict'] = verdict;
  said.replaceChildren(
    h('span', { class: 'door-sign', 'aria-hidden': 'true' }, sign),
    h('strong', {}, text.verdicts[verdict]),
    h('span', { class: 'door-name', lang: 'th' }, person?.name),
    h('span', {}, person && (settings.locale === 'en' ? person.centreEn : person.centreTh)),
    h('span', {}, text.advice[verdict]),
    h('span', { class: 'small' }, formatTime(at, settings.locale)),
  );
}

function sessionPicker(
  { list, session, settings }: DoorState,
  text: Words,
  choose: (key: string) => void,
): HTMLElement {
  if (!list || list.sessions.length === 0) return h('p', { class: 'note warn' }, text.noSession);
  const select = h('select', {
    id: 'session',
    change: (event) => choose((event.target as HTMLSelectElement).value),
  });
  for (const one of list.sessions) {
    const option = h('option', { value: one.key }, sessionName(one, settings.locale));
    option.selected = one.key === session;
    select.append(option);
  }
  return h('div', { class: 'field' }, h('label', { for: 'session' }, text.session), select);
}

const counted = ({ list, present }: DoorState, text: Words) =>
  h(
    'p',
    { class: 'door-count', id: 'counted' },
    text.counted(present, list?.people.filter(({ state }) => state === 'confirmed').length ?? 0),
  );

function recent({ recent: latest, settings }: DoorState, text: Words): HTMLElement {
  if (latest.length === 0) return h('div', {});
  return h(
    'section',
    {},
    h('h2', {}, text.recent),
    h(
      'ul',
      { class: 'plain-list rows', id: 'recent' },
      ...latest.map((scan) =>
        h(
          'li',
          { 'data-verdict': scan.verdict, 'data-server': scan.serverVerdict ?? '' },
          h('span', { class: `tag ${tone(scan.verdict)}` }, text.verdicts[scan.verdict]),
          ' ',
          h('span', { lang: 'th' }, scan.verdict === 'forged' ? '' : scan.person?.name),
          ' ',
          h(
            'span',
            { class: 'small soft' },
            formatTime(new Date(scan.at), settings.locale),
            ' ',
            scan.sent === 0
              ? text.unsent
              : scan.serverVerdict && scan.serverVerdict !== scan.verdict
                ? text.serverSays(text.verdicts[scan.serverVerdict])
                : '',
          ),
        ),
      ),
    ),
  );
}

const tone = (verdict: string) => (verdict === 'ok' ? 'good' : verdict === 'duplicate' ? 'warn' : 'late');
