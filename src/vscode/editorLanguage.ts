import * as vscode from 'vscode';
import { languageOf } from '../core/model/text/localized';

/** The language that the editor is shown in, as long as it runs; English for those that Changebook does not speak. */
export const language = languageOf(vscode.env.language);
