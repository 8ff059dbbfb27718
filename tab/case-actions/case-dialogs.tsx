import { Field, Radio, RadioGroup, Textarea, type TextareaProps } from "@fluentui/react-components";
import { useState } from "react";
import type { CaseActionType } from "#api/contract/case-action.ts";
import type { CaseDetail, OfferedAction } from "#api/contract/case-detail.ts";
import { ChoiceSelect } from "../ui/choice-select.tsx";
import { ActionDialog, type DialogEnd } from "./action-dialog.tsx";

type CaseDialogProps = DialogEnd & {
  readonly detail: CaseDetail;
  readonly action: OfferedAction;
};

/** The dialog for an action that needs one; nothing for the others. */
export function CaseDialog(props: CaseDialogProps) {
  switch (props.action.type as CaseActionType) {
    case "assign":
      return <AssignDialog {...props} />;
    case "add-note":
      return <NoteDialog {...props} />;
    case "escalate":
      return <EscalateDialog {...props} />;
    case "close":
      return <CloseDialog {...props} />;
    case "return":
      return <ReturnDialog {...props} />;
    default:
      return null;
  }
}

const about = ({ detail, action, onDone, onCancel }: CaseDialogProps) => ({
  caseId: detail.row.caseId,
  confirm: action.title,
  onDone,
  onCancel,
});

function AssignDialog(props: CaseDialogProps) {
  const { officers } = props.detail.choices;
  const [officer, setOfficer] = useState("");
  return (
    <ActionDialog
      {...about(props)}
      heading={`Who takes ${props.detail.row.caseId}?`}
      candidate={{ type: "assign", officer }}
    >
      {(problems) => (
        <Field label="Officer" required validationMessage={problems.officer ?? null}>
          <ChoiceSelect choices={officers} value={officer} onChange={setOfficer} />
        </Field>
      )}
    </ActionDialog>
  );
}

function NoteDialog(props: CaseDialogProps) {
  const [text, setText] = useState("");
  return (
    <ActionDialog
      {...about(props)}
      heading={`Add a note to ${props.detail.row.caseId}`}
      candidate={{ type: "add-note", text }}
    >
      {(problems) => (
        <Field
          label="Note"
          hint="Colleagues and auditors can read it; the citizen is not sent it."
          required
          validationMessage={problems.text ?? null}
        >
          <Words value={text} onWrite={setText} />
        </Field>
      )}
    </ActionDialog>
  );
}

function EscalateDialog(props: CaseDialogProps) {
  const [reason, setReason] = useState("");
  return (
    <ActionDialog
      {...about(props)}
      heading={`${props.action.title}: ${props.detail.row.caseId}`}
      candidate={{ type: "escalate", reason }}
    >
      {(problems) => (
        <Field label="Why (optional)" validationMessage={problems.reason ?? null}>
          <Words value={reason} onWrite={setReason} />
        </Field>
      )}
    </ActionDialog>
  );
}

function CloseDialog(props: CaseDialogProps) {
  const [outcome, setOutcome] = useState("");
  const [reason, setReason] = useState("");
  return (
    <ActionDialog
      {...about(props)}
      heading={`Close ${props.detail.row.caseId}?`}
      candidate={{ type: "close", outcome, reason }}
    >
      {(problems) => (
        <>
          <Field
            label="Outcome"
            required
            validationMessage={"outcome" in problems ? "Choose the outcome." : null}
          >
            <RadioGroup value={outcome} onChange={(_event, { value }) => setOutcome(value)}>
              {props.detail.choices.outcomes.map(({ id, name }) => (
                <Radio key={id} value={id} label={name} />
              ))}
            </RadioGroup>
          </Field>
          <Field label="Reason" required validationMessage={problems.reason ?? null}>
            <Words value={reason} onWrite={setReason} />
          </Field>
        </>
      )}
    </ActionDialog>
  );
}

function ReturnDialog(props: CaseDialogProps) {
  const { row, submission } = props.detail;
  const [comment, setComment] = useState("");
  return (
    <ActionDialog
      {...about(props)}
      heading={`Return the response to ${submission?.by ?? row.caseId}`}
      candidate={{ type: "return", text: submission?.hash, comment }}
    >
      {(problems) => (
        <Field
          label="What should change?"
          hint="The author sees this above their draft."
          required
          validationMessage={problems.comment ?? null}
        >
          <Words value={comment} onWrite={setComment} />
        </Field>
      )}
    </ActionDialog>
  );
}

type WordsProps = Omit<TextareaProps, "onChange"> & { readonly onWrite: (text: string) => void };

// Field hands its label and messages down as further props.
function Words({ onWrite, ...field }: WordsProps) {
  return (
    <Textarea
      {...field}
      rows={5}
      resize="vertical"
      onChange={(_event, { value }) => onWrite(value)}
    />
  );
}
