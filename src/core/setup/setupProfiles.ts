import { itil } from './profiles/itil/itil';
import { regulated } from './profiles/regulated/regulated';
import { serviceProvider } from './profiles/service-provider/serviceProvider';
import { small } from './profiles/small/small';
import type { SetupProfile } from './setupProfile';

/** Every profile, one row each; the first one is taken where none is asked for. */
export const setupProfiles: readonly SetupProfile[] = [small, serviceProvider, itil, regulated];
