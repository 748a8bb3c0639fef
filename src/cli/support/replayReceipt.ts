import { relative, sep } from 'node:path';
import type { ConfigText } from '../../core/config/configFiles';
import { artifactsOf, readRequest } from '../../core/receipt/makeReceipt';
import type { Receipt } from '../../core/receipt/receiptStatement';
import { loadWorkspace } from '../../node/checkWorkspace';
import { copyCommit } from '../../node/receipt/commitCopy';
import { type NoPlace, tagsOf } from '../../node/receipt/receiptPlace';
import { decideGate, type GateQuestion } from './decideGate';
import { receiptOf, statedOf } from './writeReceipt';

/** What came of a decision that was taken once more. */
export interface Replayed {
  /** The receipt that would be written of it. */
  readonly receipt: Receipt;
  /** The configuration that it went by. */
  readonly texts: readonly ConfigText[];
  /** Whether approvals counted only in signed commits. */
  readonly asksSignatures: boolean;
  /** Whether a record names what is deployed by its digest. */
  readonly namesArtifact: boolean;
}

/**
 * Decides once more, at the moment of a receipt, by what its commit holds and the history that ends with it.
 *
 * @param root the workspace in a clone that has the commit
 * @param program the version that decides now
 * @returns why git cannot tell; undefined where objects of the commit are missing
 */
export async function replayReceipt(
  root: string,
  { predicate }: Receipt,
  program: string,
): Promise<Replayed | NoPlace | undefined> {
  const { commit, workspace, branches, language, artifacts, time } = predicate;
  const now = await tagsOf(root);
  const tags = predicate.tags.filter((tag) =>
    now?.some(({ name, object }) => name === tag.name && object === tag.object),
  );
  const copy = await copyCommit(root, commit, workspace, { tags, branches });
  if (!copy) return undefined;
  try {
    const loaded = await loadWorkspace(copy.root, { now: Date.parse(time), questions: false });
    const as = { ...loaded, facts: copy.facts };
    const question = questionOf(predicate);
    const shown = (path: string): string => relative(copy.root, path).split(sep).join('/');
    const decision = await decideGate(as, question, { language, shown });
    const stated = statedOf(as, question, decision, { language, artifact: artifacts[0] });
    const receipt = await receiptOf(copy.root, stated, program);
    if ('failed' in receipt) return receipt;
    return {
      receipt,
      texts: loaded.survey.texts,
      asksSignatures: loaded.config.config.data.commit?.signed === true,
      namesArtifact: artifactsOf(stated.judged.map(({ record }) => record)).length > 0,
    };
  } finally {
    copy.remove();
  }
}

function questionOf({ asked, requests }: Receipt['predicate']): GateQuestion {
  const { id, file, tag, environment, customer, phase, allowUnverified = false } = asked;
  const words = [id ?? file, tag, environment].filter((text) => text !== undefined);
  return {
    ...{ id, file, tag, environment, customer, phase, words },
    allowsUnverified: allowUnverified,
    requests: requests?.map(readRequest),
  };
}
