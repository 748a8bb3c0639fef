/** What deployments are grouped by. */
export const figureGroupings = ['month', 'customer', 'component', 'procedure'] as const;

export type FigureGrouping = (typeof figureGroupings)[number];

/** The same in Spanish, in the same order. */
export const spanishFigureGroupings = ['mes', 'cliente', 'componente', 'procedimiento'] as const;
