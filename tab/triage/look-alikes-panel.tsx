import { Button, Checkbox, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import type { CaseDetail } from "#api/contract/case-detail.ts";
import type { LookAlike, LookAlikes } from "#api/contract/triage.ts";
import { ChoiceSelect } from "../ui/choice-select.tsx";
import { AlikeCard, AlikeLine } from "./alike-card.tsx";
import type { TogetherWith } from "./use-triage.ts";

const useStyles = makeStyles({
  list: {
    display: "grid",
    gap: tokens.spacingVerticalXS,
    margin: 0,
    padding: 0,
    listStyleType: "none",
    maxHeight: "14rem",
    overflowY: "auto",
  },
  press: { justifySelf: "start" },
});

type LookAlikesPanelProps = {
  readonly detail: CaseDetail;
  readonly found: LookAlikes;
  readonly together: TogetherWith | undefined;
  readonly onTogether: (together: TogetherWith | undefined) => void;
  readonly gap: string | undefined;
};

/** The messages of other people that say nearly the same, and the offer to decide them all at once. */
export function LookAlikesPanel(props: LookAlikesPanelProps) {
  const styles = useStyles();
  const { detail, found, together, onTogether } = props;
  const { others, moreWaiting, campaign } = found;
  const waiting = others.filter((one) => one.waiting).map(({ caseId }) => caseId);
  if (others.length === 0) return null;
  const begin = () => onTogether({ cases: waiting, lead: campaign.lead, campaign: campaign.name });
  return (
    <AlikeCard title={titleWords(waiting.length + moreWaiting, others.length)}>
      <ul className={styles.list}>
        {others.map((one) => (
          <li key={one.caseId}>
            {together !== undefined && one.waiting ? (
              <Chosen one={one} together={together} onTogether={onTogether} />
            ) : (
              <AlikeLine one={one} />
            )}
          </li>
        ))}
      </ul>
      {moreWaiting > 0 && <span>{moreWaiting} more wait. They come with the next message.</span>}
      {together === undefined ? (
        <Button className={styles.press} onClick={begin}>
          Handle together
        </Button>
      ) : (
        <>
          <CampaignFields {...props} together={together} caseId={detail.row.caseId} />
          <Button className={styles.press} onClick={() => onTogether(undefined)}>
            Decide this one alone
          </Button>
        </>
      )}
    </AlikeCard>
  );
}

function titleWords(waiting: number, all: number): string {
  if (waiting === 0) {
    return all === 1 ? "Another one said nearly the same" : `${all} others said nearly the same`;
  }
  return waiting === 1
    ? "1 other waiting says nearly the same"
    : `${waiting} others waiting say nearly the same`;
}

type ChosenProps = {
  readonly one: LookAlike;
  readonly together: TogetherWith;
  readonly onTogether: (together: TogetherWith) => void;
};

function Chosen({ one, together, onTogether }: ChosenProps) {
  const others = together.cases.filter((caseId) => caseId !== one.caseId);
  const checked = others.length < together.cases.length;
  return (
    <Checkbox
      checked={checked}
      onChange={() =>
        onTogether({ ...together, cases: checked ? others : [...others, one.caseId] })
      }
      label={<AlikeLine one={one} />}
    />
  );
}

type CampaignFieldsProps = {
  readonly found: LookAlikes;
  readonly caseId: string;
  readonly together: TogetherWith;
  readonly onTogether: (together: TogetherWith) => void;
  readonly gap: string | undefined;
};

/** What the campaign is called, and which case is answered for all of them. */
function CampaignFields({ found, caseId, together, onTogether, gap }: CampaignFieldsProps) {
  const { others, campaign } = found;
  const leads = [
    { id: caseId, name: `${caseId}, this one` },
    ...others.map((one) => ({ id: one.caseId, name: `${one.caseId}, ${one.complainant}` })),
  ];
  const known = leads.some(({ id }) => id === campaign.lead);
  return (
    <>
      <Field label="What the campaign is called" required validationMessage={gap ?? null}>
        <Input
          value={together.campaign}
          onChange={(_event, { value }) => onTogether({ ...together, campaign: value })}
        />
      </Field>
      <Field label="Case that is answered for all" required>
        <ChoiceSelect
          choices={known ? leads : [{ id: campaign.lead, name: campaign.lead }, ...leads]}
          value={together.lead}
          onChange={(lead) => onTogether({ ...together, lead: lead || campaign.lead })}
        />
      </Field>
    </>
  );
}
