import type { CaseDetail } from "#api/contract/case-detail.ts";
import type { CommentThread } from "#api/contract/drafts.ts";

/** The comments on this letter that nobody has resolved. */
export function openCommentsOf({ comments = [] }: CaseDetail): CommentThread[] {
  return comments.filter(({ resolved }) => resolved === undefined);
}
