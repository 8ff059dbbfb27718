import { Button, Field, makeStyles, Radio, RadioGroup, tokens } from "@fluentui/react-components";
import { type SubmitEvent, useState } from "react";
import type { Choice } from "#api/contract/action-form.ts";
import type { CaseDetail } from "#api/contract/case-detail.ts";
import { useLookAlikes } from "../queries/look-alikes.ts";
import { ChoiceSelect } from "../ui/choice-select.tsx";
import { OfficerSelect } from "../ui/officer-select.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { Copies } from "./copies.tsx";
import { LookAlikesPanel } from "./look-alikes-panel.tsx";
import { NotDone } from "./not-done.tsx";
import { TriageGuidance } from "./triage-guidance.tsx";
import { TypeLabel } from "./type-label.tsx";
import {
  isSpam,
  needsOfficer,
  type OnDecided,
  suggestedAnswers,
  type TogetherWith,
  type TriageAnswers,
  type TriageGaps,
  useTriage,
} from "./use-triage.ts";

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
  readonly onDecided: OnDecided;
};

/** The questions of triage, from top to bottom, with the service's suggestions already filled in. */
export function TriageDecision({ detail, formId, onDecided }: TriageDecisionProps) {
  const styles = useStyles();
  const [answers, setAnswers] = useState<TriageAnswers>(() => suggestedAnswers(detail));
  const [together, setTogether] = useState<TogetherWith>();
  const { data: found } = useLookAlikes(detail.row.caseId);
  const triage = useTriage(detail, onDecided);
  const { confirm, pressing, problem, classified, failed } = triage;

  const send = (event: SubmitEvent) => {
    event.preventDefault();
    confirm(answers, together);
  };
  return (
    <form id={formId} className={styles.form} onSubmit={send} noValidate>
      {found !== undefined && !classified && (
        <>
          <Copies detail={detail} found={found} onDecided={onDecided} />
          <LookAlikesPanel
            detail={detail}
            found={found}
            together={together}
            onTogether={setTogether}
            gap={triage.gaps.campaign}
          />
        </>
      )}
      {detail.choices.guide !== undefined && <TriageGuidance guide={detail.choices.guide} />}
      <Questions
        detail={detail}
        answers={answers}
        gaps={triage.gaps}
        classified={classified}
        onAnswer={(given) => setAnswers({ ...answers, ...given })}
      />
      <div className={styles.confirm}>
        {problem !== undefined && (
          <ProblemNotice
            error={problem}
            kept={classified ? "What it is was recorded; who takes it was not." : undefined}
          />
        )}
        <NotDone cases={failed} />
        <Button type="submit" appearance="primary" disabledFocusable={pressing}>
          {pressing ? "Recording…" : confirmWords(together)}
        </Button>
      </div>
    </form>
  );
}

function confirmWords(together: TogetherWith | undefined): string {
  return together === undefined
    ? "Confirm and show the next"
    : `Confirm all ${together.cases.length + 1} and show the next`;
}

type QuestionsProps = {
  readonly detail: CaseDetail;
  readonly answers: TriageAnswers;
  readonly gaps: TriageGaps;
  readonly classified: boolean;
  readonly onAnswer: (given: Partial<TriageAnswers>) => void;
};

/** What it is, whose it is, what it is about and who takes it; each only where the answers before call for it. */
function Questions({ detail, answers, gaps, classified, onAnswer }: QuestionsProps) {
  const { choices } = detail;
  return (
    <>
      <Field
        label="Is it a complaint?"
        required
        hint={suggestionWords(choices.suggestedType)}
        validationMessage={gaps.caseType ?? null}
      >
        <RadioGroup
          value={answers.caseType}
          disabled={classified}
          onChange={(_event, { value }) => onAnswer({ caseType: value })}
        >
          {choices.caseTypes.map((type) => (
            <Radio
              key={type.id}
              value={type.id}
              label={<TypeLabel type={type} chosen={type.id === answers.caseType} />}
            />
          ))}
        </RadioGroup>
      </Field>
      {!isSpam(answers) && (
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
            onChange={(service) => onAnswer({ service })}
          />
        </Field>
      )}
      {needsOfficer(answers) && (
        <>
          {choices.reasons !== undefined && (
            <Field label="What is it about?" hint={suggestionWords(choices.suggestedReason)}>
              <ChoiceSelect
                choices={choices.reasons}
                value={answers.about}
                none="Leave open"
                disabled={classified}
                onChange={(about) => onAnswer({ about })}
              />
            </Field>
          )}
          <Field
            label="Who takes it?"
            hint={classified ? null : "You can leave this open."}
            validationMessage={gaps.officer ?? null}
          >
            <OfficerSelect
              caseId={detail.row.caseId}
              service={answers.service}
              choices={officersFor(choices, answers.service)}
              value={answers.officer}
              none="Nobody yet"
              onFill={(officer) => onAnswer({ officer })}
            />
          </Field>
        </>
      )}
    </>
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
