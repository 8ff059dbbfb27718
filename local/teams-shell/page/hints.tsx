import { Button, Caption1, Link, makeStyles, tokens } from "@fluentui/react-components";
import { DismissRegular, LightbulbRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { useHref } from "react-router";
import type { EstateAnswer, ShellPerson } from "../api.ts";
import { pathOf, type ShellRoute } from "./routes.ts";

const storageKey = "redress-shell.hints-hidden";

/** Whether the hints are shown, and the means to change it. */
export type HintsChoice = {
  readonly areShown: boolean;
  readonly show: () => void;
  readonly hide: () => void;
};

/** Shows the hints on a first visit, and whenever the visitor asks for them. */
export function useHints(): HintsChoice {
  const [areShown, setShown] = useState(() => localStorage.getItem(storageKey) === null);
  const show = () => {
    localStorage.removeItem(storageKey);
    setShown(true);
  };
  const hide = () => {
    localStorage.setItem(storageKey, "yes");
    setShown(false);
  };
  return { areShown, show, hide };
}

const useStyles = makeStyles({
  panel: {
    flexShrink: 0,
    display: "flex",
    alignItems: "flex-start",
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  icon: { fontSize: "20px", color: tokens.colorBrandForeground1, flexShrink: 0 },
  words: { flexGrow: 1, margin: 0, lineHeight: tokens.lineHeightBase300 },
});

type HintsProps = { readonly estate: EstateAnswer; readonly onHide: () => void };

/** Tells a newcomer what to try, each step a link to where it is done. */
export function Hints({ estate, onHide }: HintsProps) {
  const styles = useStyles();
  const withRole = (role: string) =>
    estate.people.find(({ featured, roles }) => featured && roles.includes(role));
  const officer = withRole("complaints-officer");
  const head = withRole("head-of-service");
  if (officer === undefined || head === undefined) return null;
  return (
    <section aria-label="What to try first" className={styles.panel}>
      <LightbulbRegular className={styles.icon} aria-hidden />
      <p className={styles.words}>
        <Step to={{ personId: officer.id, view: "citizen" }}>Write a complaint as a citizen</Step>,
        then <StepAs person={officer}>triage it as {officer.name}</StepAs> of the complaints team.
        When an answer is drafted,{" "}
        <StepAs person={head} view="chat">
          approve it as {head.name}
        </StepAs>{" "}
        in the chat, without leaving it. Then move the clock at the top of the page and see who is
        reminded of what.{" "}
        <Caption1>Two browser windows can be two people: the address says who you are.</Caption1>
      </p>
      <Button
        appearance="subtle"
        size="small"
        icon={<DismissRegular />}
        aria-label="Hide these hints"
        onClick={onHide}
      />
    </section>
  );
}

function Step({ to, children }: { readonly to: ShellRoute; readonly children: React.ReactNode }) {
  return (
    <Link inline href={useHref(pathOf(to))}>
      {children}
    </Link>
  );
}

type StepAsProps = {
  readonly person: ShellPerson;
  readonly view?: "tab" | "chat";
  readonly children: React.ReactNode;
};

function StepAs({ person, view = "tab", children }: StepAsProps) {
  return <Step to={{ personId: person.id, view }}>{children}</Step>;
}
