import { useEffect, useRef } from "react";
import type { CaseDetail } from "#api/contract/case-detail.ts";
import { Letter } from "../case-view/letter.tsx";
import { momentWords } from "../ui/dates.ts";
import { Comments } from "./comments/comments.tsx";
import { VersionsButton } from "./letter-tools.tsx";
import { useUnsavedWords } from "./unsaved/use-unsaved-words.ts";
import { WordsToCopy } from "./unsaved/words-to-copy.tsx";

/** What there is to read when this reply cannot be written now. */
export function NotWritable({ detail }: { readonly detail: CaseDetail }) {
  const { submission, row, draft } = detail;
  const letter = useRef<HTMLDivElement>(null);
  const why = detail.actions.find((each) => each.type === "save-draft")?.why;
  const words = useUnsavedWords(row);
  useEffect(() => () => words?.close(), [words]);
  return (
    <>
      <p>{why ?? "This reply cannot be changed now."}</p>
      {submission !== undefined && (
        <>
          <p>
            Submitted by {submission.by} on {momentWords(submission.at)} for {submission.approver}{" "}
            to approve.
          </p>
        </>
      )}
      <div ref={letter}>
        {submission !== undefined && <Letter label="The response" text={submission.text} />}
        {submission === undefined && draft !== undefined && (
          <Letter label="The draft so far" text={draft.text} />
        )}
      </div>
      {draft !== undefined && (
        <div>
          <VersionsButton caseId={row.caseId} />
        </div>
      )}
      <Comments detail={detail} letter={letter} />
      {words !== undefined && (
        <WordsToCopy left={words.left} saved={submission?.text ?? draft?.text} />
      )}
    </>
  );
}
