import { WholeText } from "../conversation/message-text.tsx";
import { momentWords } from "../ui/dates.ts";
import { SkeletonLines } from "../ui/skeleton-lines.tsx";
import { readMail } from "./read-mail.ts";
import { Told } from "./told.tsx";
import { useRead } from "./use-read.ts";

/** A mail that came as a file, by its words only. */
export function MailWords({ file }: { readonly file: Blob }) {
  const mail = useRead(file, readMail);
  if (mail === "reading") return <SkeletonLines label="Opening the mail" widths={[60, 80, 70]} />;
  if (mail === "unreadable") {
    return <Told alert>This mail cannot be read here. Download it to open it in Outlook.</Told>;
  }
  const { from, to, sentAt, subject, words, files } = mail;
  return (
    <>
      <div>
        <Told>
          From {from}
          {sentAt !== undefined && `, ${momentWords(sentAt)}`}
        </Told>
        {to !== "" && <Told>To {to}</Told>}
        {subject !== "" && <Told>Subject: {subject}</Told>}
      </div>
      <WholeText text={words} />
      {files.length > 0 && (
        <Told>With it came {files.join(", ")}: download the mail to open that.</Told>
      )}
    </>
  );
}
