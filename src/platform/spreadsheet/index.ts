/** Tables in and out: XLSX and CSV as Thai offices exchange them. */
export { readSheet, type SheetReading } from './read-sheet.ts';
export { type SheetProblem, sheetProblem } from './sheet-problem.ts';
export { writeCsv } from './write-csv.ts';
export { type Sheet, type SheetColumn, writeXlsx } from './write-xlsx.ts';
