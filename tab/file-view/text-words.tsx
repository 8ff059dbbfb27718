import { WholeText } from "../conversation/message-text.tsx";
import { SkeletonLines } from "../ui/skeleton-lines.tsx";
import { readText } from "./read-text.ts";
import { Told } from "./told.tsx";
import { useRead } from "./use-read.ts";

/** A plain text. */
export function TextWords({ file }: { readonly file: Blob }) {
  const read = useRead(file, readText);
  if (read === "reading") return <SkeletonLines label="Opening the text" widths={[60, 80, 70]} />;
  if (read === "unreadable") return <Told alert>This text cannot be read here. Download it.</Told>;
  return (
    <>
      <WholeText text={read.words} />
      {read.cut && <Told>It goes on: download it to read all of it.</Told>}
    </>
  );
}
