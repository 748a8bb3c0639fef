#!/usr/bin/env node
// The beginning of the program, which loads the rest of it.
import { startParts } from '../node/compiledParts';

startParts('./program.js', __dirname, require);
