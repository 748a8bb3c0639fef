import type { Language } from '../model/text/localized';
import { localText } from '../model/time/localText';
import type { ContentVersion, StoryApproval } from './contentStory';
import { packWord } from './packWords';

/** How the content that an approval was given to compares with what was carried out. */
export function coverageText(approval: StoryApproval, language: Language): string {
  const late = approval.isLate ? [packWord(language, 'stateLate')] : [];
  const rewritten = approval.isRewritten ? [packWord(language, 'stateRewritten')] : [];
  return [contentText(approval, language), ...late, ...rewritten].join('; ');
}

function contentText({ state, differs }: StoryApproval, language: Language): string {
  if (state === 'lost') return packWord(language, 'stateLost');
  const compared =
    differs === undefined
      ? packWord(language, state === 'known' ? 'stateKnown' : 'nothingToCompare')
      : differs.length === 0
        ? packWord(language, 'stateSame')
        : packWord(language, 'stateDiffers', {
            parts: differs.map((part) => partName(part, language)).join(', '),
          });
  return state === 'noDigest' ? `${compared}; ${packWord(language, 'stateNoDigest')}` : compared;
}

/** The name of a part of a record: a field, a section, or the rest of its front matter. */
function partName(part: string, language: Language): string {
  return part === '---' ? packWord(language, 'frontMatter') : part.replace(/^# /, '');
}

/** Which commit made a version. */
export function versionText({ commit, at, by }: ContentVersion, zone: string): string {
  return `${commit.slice(0, 10)}, ${localText(at, zone)}, ${by}`;
}
