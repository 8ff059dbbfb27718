import type { OutsideLine } from "#api/contract/case-parts.ts";
import { Entries, Entry } from "./entries.tsx";
import { Quote } from "./quote.tsx";

/** What people outside the council are asked, find and decide. */
export function Outside({ lines }: { readonly lines: readonly OutsideLine[] }) {
  return (
    <Entries title="Panel and Ombudsman" empty="Nobody outside the council has been involved.">
      {lines.map(({ id, title, standing, facts, text }) => (
        <Entry key={id} title={title} standing={standing} facts={facts}>
          {text !== undefined && <Quote text={text} />}
        </Entry>
      ))}
    </Entries>
  );
}
