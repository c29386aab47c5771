/** /advice/ask: the report form with the few questions that advice needs; sealed, answered and followed as a report is. */
import type { LoaderFunctionArgs } from 'react-router';
import { formText } from '../form-text.ts';
import { FormPage, fileForm, loadForm } from './form-page.tsx';

export const loader = (args: LoaderFunctionArgs) => loadForm(args, 'advice');
export const action = fileForm;

export const meta = ({ loaderData }: { loaderData?: { locale: 'th' | 'en' } }) => [
  { title: formText(loaderData?.locale ?? 'th').advice.title },
];

export default FormPage;
