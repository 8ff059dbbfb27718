import { lazy, Suspense } from "react";
import { PlainWords } from "../case-view/letter.tsx";
import type { LetterFieldProps } from "./letter-field-props.ts";
import { PlainField } from "./plain-field.tsx";

/** The tools are fetched when somebody writes; without them, the letter is still written. */
const Field = lazy(() =>
  import("./rich-text/rich-text.tsx").then(
    ({ RichText }) => ({ default: RichText }),
    () => ({ default: PlainField }),
  ),
);

/** Where a reply is written. */
export function ReplyField(props: LetterFieldProps) {
  return (
    <Suspense fallback={<PlainWords text={props.text} />}>
      <Field {...props} />
    </Suspense>
  );
}
