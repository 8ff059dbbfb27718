import { makeStyles, Tab, TabList, tokens } from "@fluentui/react-components";
import { useId, useState } from "react";
import type { CaseDetail } from "#api/contract/case-detail.ts";
import { Conversation } from "../conversation/conversation.tsx";
import { Clocks } from "./clocks.tsx";
import { Files } from "./files.tsx";
import { History } from "./history.tsx";

const useStyles = makeStyles({
  list: {
    flexWrap: "wrap",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    marginBottom: tokens.spacingVerticalM,
  },
});

type TabName = "conversation" | "history" | "clocks" | "files";

/** What there is to know about a case, one kind at a time. */
export function CaseTabs({ detail }: { readonly detail: CaseDetail }) {
  const styles = useStyles();
  const id = useId();
  const [tab, setTab] = useState<TabName>("conversation");
  const files = detail.conversation.reduce((sum, each) => sum + each.attachments.length, 0);
  return (
    <div>
      <TabList
        className={styles.list}
        selectedValue={tab}
        onTabSelect={(_event, { value }) => setTab(value as TabName)}
      >
        <Tab id={`${id}conversation`} value="conversation">
          Conversation
        </Tab>
        <Tab id={`${id}history`} value="history">
          History
        </Tab>
        <Tab id={`${id}clocks`} value="clocks">
          Clocks
        </Tab>
        <Tab id={`${id}files`} value="files">
          {files === 0 ? "Files" : `Files ${files}`}
        </Tab>
      </TabList>
      <div role="tabpanel" aria-labelledby={`${id}${tab}`}>
        {tab === "conversation" && <Conversation detail={detail} />}
        {tab === "history" && <History lines={detail.history} />}
        {tab === "clocks" && <Clocks clocks={detail.clocks} />}
        {tab === "files" && <Files detail={detail} />}
      </div>
    </div>
  );
}
