import { makeStyles, Tab, TabList, tokens } from "@fluentui/react-components";
import { type ReactNode, useId, useState } from "react";
import type { CaseActionType } from "#api/contract/case-action.ts";
import type { CaseDetail, OfferedAction } from "#api/contract/case-detail.ts";
import { Conversation } from "../conversation/conversation.tsx";
import { Clocks } from "./clocks.tsx";
import { Files } from "./files.tsx";
import { Hands } from "./hands.tsx";
import { History } from "./history.tsx";
import { OfferedButtons } from "./offered-buttons.tsx";
import { Outside } from "./outside.tsx";
import { Points } from "./points.tsx";
import { PuttingRight } from "./putting-right.tsx";
import { Related } from "./related.tsx";

const useStyles = makeStyles({
  list: {
    flexWrap: "wrap",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    marginBottom: tokens.spacingVerticalM,
  },
});

type CaseTabsProps = {
  readonly detail: CaseDetail;
  readonly onPress: (action: OfferedAction) => void;
};

/** One kind of what there is to know about a case. */
type Page = {
  readonly name: string;
  readonly title: string;
  /** What is done about it, offered on top of it. */
  readonly does?: readonly CaseActionType[];
  /** How much there is; without any, and nothing to do about it, the tab is left out. */
  readonly holds?: number;
  readonly show: () => ReactNode;
};

/** What there is to know about a case, one kind at a time. */
export function CaseTabs({ detail, onPress }: CaseTabsProps) {
  const styles = useStyles();
  const id = useId();
  const [chosen, setChosen] = useState("conversation");
  const offersOf = ({ does = [] }: Page) =>
    detail.actions.filter(({ type, allowed }) => allowed && does.includes(type));
  const pages = pagesOf(detail, onPress).filter(
    (page) => page.holds !== 0 || offersOf(page).length > 0,
  );
  // What was shown may have nothing in it any more.
  const shown = pages.find(({ name }) => name === chosen) ?? pages[0];
  if (shown === undefined) return null;
  return (
    <div>
      <TabList
        className={styles.list}
        selectedValue={shown.name}
        onTabSelect={(_event, { value }) => setChosen(value as string)}
      >
        {pages.map(({ name, title }) => (
          <Tab key={name} id={`${id}${name}`} value={name}>
            {title}
          </Tab>
        ))}
      </TabList>
      <div role="tabpanel" aria-labelledby={`${id}${shown.name}`}>
        <OfferedButtons
          label={`Actions on ${shown.title}`}
          offers={offersOf(shown)}
          onPress={onPress}
        />
        {shown.show()}
      </div>
    </div>
  );
}

function pagesOf(detail: CaseDetail, onPress: CaseTabsProps["onPress"]): readonly Page[] {
  const {
    points,
    requests,
    remedies,
    lessons,
    checkIns = [],
    related,
    asksForOthers,
    outside,
  } = detail;
  const files = detail.conversation.reduce((sum, each) => sum + each.attachments.length, 0);
  return [
    {
      name: "conversation",
      title: "Conversation",
      show: () => <Conversation detail={detail} />,
    },
    {
      name: "points",
      title: pointsTitle(detail),
      does: [
        "add-point",
        "answer-point",
        "decide-point",
        "request-information",
        "give-information",
      ],
      holds: points.length + requests.length,
      show: () => <Points points={points} requests={requests} />,
    },
    {
      name: "putting-right",
      title: "Putting it right",
      does: [
        "promise-remedy",
        "complete-remedy",
        "note-lesson",
        "complete-lesson",
        "record-check-in",
      ],
      holds: remedies.length + lessons.length + checkIns.length,
      show: () => <PuttingRight remedies={remedies} lessons={lessons} checkIns={checkIns} />,
    },
    {
      name: "history",
      title: "History",
      show: () => (
        <>
          <Hands hands={detail.hands} />
          <History lines={detail.history} />
        </>
      ),
    },
    {
      name: "dates",
      title: "Dates",
      does: ["extend", "agree-date", "pause", "resume"],
      show: () => <Clocks clocks={detail.clocks} />,
    },
    {
      name: "files",
      title: `Files ${files}`,
      holds: files,
      show: () => <Files detail={detail} />,
    },
    {
      name: "related",
      title: "Related",
      does: ["link-case", "unlink-case", "join-campaign"],
      ...(asksForOthers ? {} : { holds: related.length }),
      show: () => <Related detail={detail} onPress={onPress} />,
    },
    {
      name: "outside",
      title: "Panel and Ombudsman",
      holds: outside.length,
      does: ["record-hearing", "record-findings", "answer-enquiry", "record-decision"],
      show: () => <Outside lines={outside} />,
    },
  ];
}

function pointsTitle({ points }: CaseDetail): string {
  const open = points.filter(({ dropped }) => dropped === undefined);
  const answered = open.filter(({ answer }) => answer !== undefined);
  return open.length === 0 ? "Points" : `Points ${answered.length}/${open.length}`;
}
