/**
 * What other features may use of knowledge: raising a notice when something that officers rely on changes. Kept to
 * notices, so that whoever raises one imports no law and no offence.
 */
export { clockRuleNotice, raiseNotice, restrictionNotices } from './notices/index.ts';
