/** By this name the editor knows the preview of notices, also when it restores one. */
export const noticeViewType = 'changebook.noticePreview';
