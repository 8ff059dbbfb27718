import { useEffect, useState } from "react";
import type { CaseRow } from "#api/contract/case-list.ts";
import { useMe } from "../../queries/me.ts";
import { openUnsavedWords } from "./unsaved-words.ts";
import type { UnsavedWords } from "./words.ts";

/** What the browser keeps of a letter's unsaved words, once it is known; whoever uses it closes it. */
export function useUnsavedWords({
  caseId,
  stage,
}: Pick<CaseRow, "caseId" | "stage">): UnsavedWords | undefined {
  const { id: personId, wordsKey } = useMe();
  const [words, setWords] = useState<UnsavedWords>();
  useEffect(() => {
    let isGone = false;
    void openUnsavedWords({ personId, caseId, stage }, wordsKey).then((opened) => {
      if (isGone) opened.close();
      else setWords(opened);
    });
    return () => {
      isGone = true;
    };
  }, [personId, caseId, stage, wordsKey]);
  return words;
}
