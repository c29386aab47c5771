/** What other features' pages use of knowledge: small parts that show what it knows beside their own matter. */
export { OffencesOfTopic } from '../offences/browser/offences-of-topic.tsx';
