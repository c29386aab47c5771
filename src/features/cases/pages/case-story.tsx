/** The report itself, question by question as the reporter answered it. */
import type { Story } from '#features/reports/index.ts';
import type { CasesText } from '../text.ts';

type Props = {
  readonly story: Story;
  readonly centreName: (code: string) => string;
  /** Advice is not asked all of it. */
  readonly onlyAnswered?: boolean;
  /** Written by an ethics officer of the network. */
  readonly isReferral?: boolean;
  readonly text: CasesText;
};

export function CaseStory({ story, centreName, onlyAnswered = false, isReferral = false, text }: Props) {
  const words = text.story;
  const answers: readonly (readonly [string, string])[] = [
    [words.happened, story.happened],
    [words.about, story.about],
    [
      isReferral ? words.centreReferring : words.centre,
      story.centre === null ? words.centreUnknown : centreName(story.centre),
    ],
    [words.place, story.place],
    [words.insider, words.insiders[story.insider] ?? ''],
    [words.when, story.when],
    [words.source, story.source],
    [words.damage, story.damage],
    [words.wish, story.wish],
    ...(story.name || story.contact
      ? ([
          [words.name, story.name],
          [words.contact, story.contact],
        ] as const)
      : []),
  ];
  const shown = onlyAnswered ? answers.filter(([, answer]) => answer !== '') : answers;
  return (
    <dl className="story" lang={story.language}>
      {shown.map(([question, answer]) => (
        <div key={question}>
          <dt>{question}</dt>
          <dd className={answer === '' ? 'soft' : 'said'}>{answer === '' ? words.unanswered : answer}</dd>
        </div>
      ))}
    </dl>
  );
}
