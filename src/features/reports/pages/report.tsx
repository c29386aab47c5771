/** The report form. It works as it stands; the island makes it one question a screen and seals before sending. */
import type { LoaderFunctionArgs } from 'react-router';
import { formText } from '../form-text.ts';
import { FormPage, fileForm, loadForm } from './form-page.tsx';

export const loader = (args: LoaderFunctionArgs) => loadForm(args, 'report');
export const action = fileForm;

export const meta = ({ loaderData }: { loaderData?: { locale: 'th' | 'en' } }) => [
  { title: formText(loaderData?.locale ?? 'th').title },
];

export default FormPage;
