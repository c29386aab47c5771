/**
 * Imported first by whatever serves people: React chooses its build when it is first imported, and its development
 * build takes twice the time for a page.
 */
process.env['NODE_ENV'] ??= 'production';
