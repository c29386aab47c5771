/** What other features' pages use of the report's: where one goes, how it is called, and the questions as citizens are asked them. */
export { addresseeOf, type PublicCentre } from '../addressing.ts';
export { formText } from '../form-text.ts';
export {
  type InsiderAnswer,
  insiderAnswers,
  largestFile,
  longestAnswer,
  longestStory,
  mostFiles,
  type Story,
  titleOf,
} from '../report.ts';
