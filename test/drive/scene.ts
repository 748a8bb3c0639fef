import path from 'node:path';
import type { Session, SessionOptions } from '../host/session';

/** Something that a person does in the workbench, and what must then be seen. */
export interface Scene {
  readonly name: string;
  readonly options: Partial<SessionOptions>;
  play(session: Session, workspace: string): Promise<void>;
}

/** Where the pictures go. */
export const pictures = path.resolve(__dirname, '../../.vscode-test/screenshots');
