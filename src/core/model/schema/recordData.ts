import type * as z from 'zod/mini';
import type { ConfigType, configTypes, RecordType, recordTypes } from '../vocabulary/vocabulary';

// Types of parsed data, inferred from the schemas that check it.

export type ChangeData = z.infer<(typeof recordTypes)['change']['schema']>;
export type ConfigData = z.infer<(typeof configTypes)['config']['schema']>;
export type CustomerData = z.infer<(typeof configTypes)['customer']['schema']>;

/** The checked data of a record of one type, under canonical names. */
export type DataOf<T extends RecordType> = z.infer<(typeof recordTypes)[T]['schema']>;
/** The checked data of a file under `.changebook/`. */
export type ConfigDataOf<T extends ConfigType> = z.infer<(typeof configTypes)[T]['schema']>;
