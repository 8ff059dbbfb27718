import { Combobox, makeStyles, Option, OptionGroup, tokens } from "@fluentui/react-components";
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";
import { useNavigate } from "react-router";
import type { CaseRow } from "#api/contract/case-list.ts";
import { useFoundCases } from "../queries/found-cases.ts";
import { useMe } from "../queries/me.ts";
import { ClockMark } from "../ui/clock-mark.tsx";
import { commandsFor, type Command } from "./commands.ts";

const useStyles = makeStyles({
  box: { width: "100%", minWidth: 0, "& input": { minWidth: 0 } },
  list: { maxWidth: "min(640px, 96vw)" },
  option: { display: "grid", gap: "2px", minWidth: 0, overflow: "hidden" },
  line: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  details: {
    display: "flex",
    flexWrap: "wrap",
    gap: `0 ${tokens.spacingHorizontalS}`,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
  note: { color: tokens.colorNeutralForeground3 },
});

/** Finds a case by its reference, a name, a postcode, an address or a number, and goes to pages by name. */
export default function FindBox() {
  const styles = useStyles();
  const navigate = useNavigate();
  const box = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState("");
  const [open, setOpen] = useState(false);
  const commands = commandsFor(useMe(), typed);
  const { found, isLooking, isError } = useFoundCases(typed);
  useFindKey(box);

  const go = (path: string | undefined) => {
    if (path === undefined || path === "") return;
    setTyped("");
    setOpen(false);
    inputIn(box)?.blur();
    void navigate(path);
  };
  const cases = found?.cases ?? [];
  const [first] = [...cases.map(({ caseId }) => `/cases/${caseId}`), ...commands.map(pathOf)];
  const entering = useEntering({ isLooking, typed, goToFirst: () => go(first) });
  const onKey = ({ key, currentTarget }: KeyboardEvent<HTMLElement>) => {
    if (key === "Escape") {
      setTyped("");
      inputIn(box)?.blur();
    }
    // Whoever types and presses Enter means the first that is found.
    const chooses = currentTarget.hasAttribute("aria-activedescendant");
    if (key === "Enter" && !chooses && typed.trim() !== "") go(first);
  };
  const note = noteFor({ typed, isLooking, isError, shown: cases.length, more: found?.more });
  return (
    <div ref={box} onKeyDownCapture={entering}>
      <Combobox
        freeform
        className={styles.box}
        aria-label="Find a case or a page"
        placeholder="Find: reference, name, postcode, e-mail"
        value={typed}
        selectedOptions={[]}
        open={open}
        listbox={{ className: styles.list }}
        positioning={{ autoSize: "height", matchTargetSize: "width" }}
        expandIcon={null}
        onInput={({ currentTarget }) => {
          setTyped(currentTarget.value);
          // What is dictated or pasted comes without a key.
          setOpen(true);
        }}
        onOpenChange={(_event, data) => setOpen(data.open)}
        onOptionSelect={(_event, { optionValue }) => go(optionValue)}
        onKeyDown={onKey}
      >
        {cases.length > 0 && (
          <OptionGroup label="Cases">
            {cases.map((row) => (
              <FoundCase key={row.caseId} row={row} />
            ))}
          </OptionGroup>
        )}
        {commands.length > 0 && (
          <OptionGroup label="Pages">
            {commands.map(({ path, words }) => (
              <Option key={path} value={path} text={words} checkIcon={null}>
                {words}
              </Option>
            ))}
          </OptionGroup>
        )}
        {note !== "" && (
          <Option key="note" disabled value="" text={note} checkIcon={null}>
            <span className={styles.note}>{note}</span>
          </Option>
        )}
      </Combobox>
    </div>
  );
}

const pathOf = ({ path }: Command): string => path;

function FoundCase({ row }: { readonly row: CaseRow }) {
  const styles = useStyles();
  const { caseId, subject, complainant, stageWords, serviceName, clock, progress } = row;
  return (
    <Option
      value={`/cases/${caseId}`}
      text={`${caseId}, ${subject}, ${complainant}, ${stageWords}, ${clock.words}`}
      checkIcon={null}
    >
      <span className={styles.option}>
        <span className={styles.line}>
          {caseId} · {subject}
        </span>
        <span className={styles.details}>
          <span>{[complainant, stageWords, serviceName].filter(Boolean).join(" · ")}</span>
          {clock.words === "" ? <span>{progress}</span> : <ClockMark {...clock} />}
        </span>
      </span>
    </Option>
  );
}

type Looked = {
  readonly typed: string;
  readonly isLooking: boolean;
  readonly isError: boolean;
  readonly shown: number;
  readonly more: boolean | undefined;
};

function noteFor({ typed, isLooking, isError, shown, more }: Looked): string {
  if (typed.trim() === "") return "";
  if (isError) return "Cases cannot be looked for just now. Try again in a minute.";
  if (more === true) return "There are more: type another word, such as a postcode.";
  if (isLooking) return shown === 0 ? "Looking…" : "";
  return shown === 0 ? "No case of yours begins like that." : "";
}

type Entering = {
  readonly isLooking: boolean;
  readonly typed: string;
  readonly goToFirst: () => void;
};

/** Enter means the words as they stand: pressed before they were looked for, it waits for what they find. */
function useEntering({ isLooking, typed, goToFirst }: Entering) {
  const entered = useRef("");
  const steered = useRef("");
  useEffect(() => {
    if (isLooking || entered.current === "") return;
    const isMeant = entered.current === typed;
    entered.current = "";
    if (isMeant) goToFirst();
  });
  return (event: KeyboardEvent) => {
    // Whoever moves to a line with the arrows means that line.
    if (event.key.startsWith("Arrow")) steered.current = typed;
    if (event.key !== "Enter" || !isLooking || steered.current === typed) return;
    event.preventDefault();
    event.stopPropagation();
    entered.current = typed;
  };
}

type Box = RefObject<HTMLElement | null>;

const inputIn = ({ current }: Box) => current?.querySelector("input");

/** Ctrl+K leads to the box from anywhere, and ⌘K on a Mac. */
function useFindKey(box: Box): void {
  useEffect(() => {
    const find = (event: globalThis.KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      inputIn(box)?.focus();
      inputIn(box)?.select();
    };
    document.addEventListener("keydown", find);
    return () => document.removeEventListener("keydown", find);
  }, [box]);
}
