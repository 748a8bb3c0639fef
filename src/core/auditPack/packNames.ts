/** The names of a pack's files, besides the manifest and those of the sample. */
export const packNames = {
  page: 'index.html',
  csv: 'population.csv',
  xlsx: 'population.xlsx',
  draw: 'sample.csv',
  rules: 'rules.csv',
  reconciliation: 'reconciliation.json',
  reconciliationCsv: 'reconciliation.csv',
  /** The folder of the lists of deployments. */
  deployments: 'deployments',
} as const;
