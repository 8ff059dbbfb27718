import type { PointLine, RequestLine } from "#api/contract/case-parts.ts";
import { dayWords } from "../ui/dates.ts";
import { Entries, Entry } from "./entries.tsx";
import { Quote } from "./quote.tsx";

type PointsProps = {
  readonly points: readonly PointLine[];
  readonly requests: readonly RequestLine[];
};

/** What went wrong, point by point, and what colleagues were asked about it. */
export function Points({ points, requests }: PointsProps) {
  return (
    <>
      <Entries
        title="Points"
        empty="Not split into points yet. Add each thing that went wrong as a point of its own, so that the reply answers all of them."
      >
        {points.map((point) => (
          <Point key={point.id} point={point} />
        ))}
      </Entries>
      <Entries
        title="Questions to colleagues"
        empty="Nobody has been asked anything. Ask a service when the reply needs what only they know: they are told in chat."
      >
        {requests.map((request) => (
          <Request key={request.id} request={request} />
        ))}
      </Entries>
    </>
  );
}

function Point({ point }: { readonly point: PointLine }) {
  const { id, title, service, answer, finding, findingReason, dropped } = point;
  if (dropped !== undefined) {
    return (
      <Entry title={<s>{`${id}. ${title}`}</s>} facts={["Not part of this complaint any more"]}>
        <Quote text={dropped} />
      </Entry>
    );
  }
  const answered = answer === undefined ? "Not answered yet" : `Answered by ${saidBy(answer)}`;
  return (
    <Entry title={`${id}. ${title}`} facts={[service, answered]}>
      {answer !== undefined && <Quote text={answer.text} />}
      {finding !== undefined && (
        <div>
          Found: <strong>{finding}</strong>
          {findingReason !== undefined && <Quote text={findingReason} />}
        </div>
      )}
    </Entry>
  );
}

function Request({ request }: { readonly request: RequestLine }) {
  const { question, to, askedBy, askedAt, point, standing, answer } = request;
  const about = point === undefined ? undefined : `About point ${point}`;
  const asked = `Asked by ${askedBy} on ${dayWords(askedAt)}`;
  return (
    <Entry title={question} standing={standing} facts={[`To ${to}`, asked, about]}>
      {answer !== undefined && <Quote text={`${answer.text}\n— ${saidBy(answer)}`} />}
    </Entry>
  );
}

function saidBy({ by, at }: { readonly by: string; readonly at: string }): string {
  return `${by} on ${dayWords(at)}`;
}
