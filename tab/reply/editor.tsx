import {
  makeStyles,
  mergeClasses,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Tab,
  TabList,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import type { CaseDetail } from "#api/contract/case-detail.ts";
import { Letter } from "../case-view/letter.tsx";
import { momentWords } from "../ui/dates.ts";
import type { DraftKeeper } from "./draft-keeper.ts";
import type { DraftState } from "./draft-state.ts";
import { OnPaper } from "./on-paper.tsx";
import { ReplyField } from "./reply-field.tsx";
import { saveWords } from "./save-words.ts";
import { Restored } from "./unsaved/restored.tsx";
import { Conflict } from "./versions/conflict.tsx";

const useStyles = makeStyles({
  editor: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: tokens.spacingVerticalM },
  toolbar: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    gap: `0 ${tokens.spacingHorizontalL}`,
  },
  progress: { color: tokens.colorNeutralForeground3 },
  failed: { color: tokens.colorPaletteRedForeground1 },
});

type EditorProps = {
  readonly detail: CaseDetail;
  readonly keeper: DraftKeeper;
  readonly state: DraftState;
  /** While it is being submitted, nothing may be added that would not go with it. */
  readonly locked: boolean;
};

type View = "write" | "e-mail" | "letter";

/** Where the reply is written, and seen as the citizen will see it. */
export function Editor({ detail, keeper, state, locked }: EditorProps) {
  const styles = useStyles();
  const [view, setView] = useState<View>("write");
  const name = detail.complainant.name;
  return (
    <div className={styles.editor}>
      <Returned returned={detail.returned} />
      <Restored keeper={keeper} state={state} />
      <Conflict caseId={detail.row.caseId} keeper={keeper} state={state} />
      <div className={styles.toolbar}>
        <TabList
          size="small"
          selectedValue={view}
          onTabSelect={(_event, { value }) => setView(value as View)}
        >
          <Tab value="write">Write</Tab>
          <Tab value="e-mail">As e-mail</Tab>
          {detail.post !== undefined && <Tab value="letter">As letter</Tab>}
        </TabList>
        <span
          role={state.progress === "failed" ? "alert" : undefined}
          className={mergeClasses(styles.progress, state.progress === "failed" && styles.failed)}
        >
          {saveWords(state)}
        </span>
      </div>
      {view === "write" ? (
        <ReplyField
          label={`Reply to ${name}`}
          text={state.text}
          locked={locked}
          onWrite={(text) => keeper.write(text)}
        />
      ) : view === "letter" && detail.post !== undefined ? (
        <OnPaper
          detail={detail}
          post={detail.post}
          text={state.text}
          saved={state.progress === "saved" ? state.saved?.hash : undefined}
        />
      ) : (
        <Letter label={`The reply as ${name} will see it`} text={state.text} />
      )}
    </div>
  );
}

function Returned({ returned }: Pick<CaseDetail, "returned">) {
  if (returned === undefined) return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>
          {returned.by} returned this on {momentWords(returned.at)}
        </MessageBarTitle>{" "}
        {returned.comment}
      </MessageBarBody>
    </MessageBar>
  );
}
