/** Parts of the news for pages of other features. */
export { LatestNews } from '../pages/latest-news.tsx';
