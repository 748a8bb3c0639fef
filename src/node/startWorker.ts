// The beginning of the worker, which loads the rest of it.
import { startParts } from './compiledParts';

startParts('./work.js', __dirname, require);
