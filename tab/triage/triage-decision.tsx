import { Button, Field, makeStyles, Radio, RadioGroup, tokens } from "@fluentui/react-components";
import { type SubmitEvent, useState } from "react";
import type { Choice } from "#api/contract/action-form.ts";
import type { CaseDetail } from "#api/contract/case-detail.ts";
import { ChoiceLabel } from "../ui/choice-label.tsx";
import { ChoiceSelect } from "../ui/choice-select.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { needsOfficer, suggestedAnswers, type TriageAnswers, useTriage } from "./use-triage.ts";

const useStyles = makeStyles({
  form: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalL },
  confirm: {
    position: "sticky",
    bottom: 0,
    display: "grid",
    gap: tokens.spacingVerticalS,
    paddingBlock: tokens.spacingVerticalM,
    backgroundColor: tokens.colorNeutralBackground2,
  },
});

type TriageDecisionProps = {
  readonly detail: CaseDetail;
  readonly formId: string;
  /** Says what was done, so that the next message can take this one's place. */
  readonly onDecided: (message: string) => void;
};

/** The questions of triage, from top to bottom, with the service's suggestions already filled in. */
export function TriageDecision({ detail, formId, onDecided }: TriageDecisionProps) {
  const styles = useStyles();
  const { choices } = detail;
  const [answers, setAnswers] = useState<TriageAnswers>(() => suggestedAnswers(detail));
  const { confirm, pressing, problem, gaps, classified } = useTriage(detail.row.caseId, onDecided);
  const answer = (given: Partial<TriageAnswers>) => setAnswers({ ...answers, ...given });

  const send = (event: SubmitEvent) => {
    event.preventDefault();
    confirm(answers);
  };
  return (
    <form id={formId} className={styles.form} onSubmit={send} noValidate>
      <Field
        label="Is it a complaint?"
        required
        hint={suggestionWords(choices.suggestedType)}
        validationMessage={gaps.caseType ?? null}
      >
        <RadioGroup
          value={answers.caseType}
          disabled={classified}
          onChange={(_event, { value }) => answer({ caseType: value })}
        >
          {choices.caseTypes.map((type) => (
            <Radio key={type.id} value={type.id} label={<ChoiceLabel choice={type} />} />
          ))}
        </RadioGroup>
      </Field>
      <Field
        label="Whose is it?"
        required
        hint={suggestionWords(choices.suggestedService)}
        validationMessage={gaps.service ?? null}
      >
        <ChoiceSelect
          choices={choices.services}
          value={answers.service}
          disabled={classified}
          onChange={(service) => answer({ service })}
        />
      </Field>
      {needsOfficer(answers) && (
        <Field label="Who takes it?" hint="You can leave this open.">
          <ChoiceSelect
            choices={officersFor(choices, answers.service)}
            value={answers.officer}
            none="Nobody yet"
            onChange={(officer) => answer({ officer })}
          />
        </Field>
      )}
      <div className={styles.confirm}>
        {problem !== undefined && (
          <ProblemNotice
            error={problem}
            kept={classified ? "What it is was recorded; who takes it was not." : undefined}
          />
        )}
        <Button type="submit" appearance="primary" disabledFocusable={pressing}>
          {pressing ? "Recording…" : "Confirm and show the next"}
        </Button>
      </div>
    </form>
  );
}

function suggestionWords(suggestion: { readonly why: string } | undefined): string | null {
  return suggestion === undefined ? null : `Suggested: ${suggestion.why}`;
}

/** Everybody who may take it, the chosen service's own people first. */
function officersFor(choices: CaseDetail["choices"], service: string): readonly Choice[] {
  const name = choices.services.find((each) => each.id === service)?.name;
  const own = ({ hint }: Choice) => name !== undefined && hint?.includes(name) === true;
  return [...choices.officers.filter(own), ...choices.officers.filter((each) => !own(each))];
}
