import {
  Button,
  makeStyles,
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  mergeClasses,
  Spinner,
  Toast,
  ToastBody,
  Toaster,
  ToastTitle,
  tokens,
  useId,
  useToastController,
} from "@fluentui/react-components";
import { ClockRegular } from "@fluentui/react-icons";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useBarButtonStyles } from "../bar-button-styles.ts";
import { moveClock } from "../shell-client.ts";
import { setClock, useEstateClock } from "../shell-queries.ts";
import { clockChoices } from "./clock-choices.ts";
import { CustomTimeDialog } from "./custom-time-dialog.tsx";
import { dateTimeInWords } from "./london-time.ts";

const useStyles = makeStyles({
  trigger: {
    flexShrink: 1,
    minWidth: 0,
    whiteSpace: "nowrap",
    fontVariantNumeric: "tabular-nums",
    fontWeight: tokens.fontWeightSemibold,
    "@media (max-width: 639px)": {
      marginRight: "auto",
      padding: "0 4px",
      fontSize: tokens.fontSizeBase200,
      // The time itself needs the room.
      "& .fui-Button__icon": { display: "none" },
    },
  },
  moving: { display: "flex", alignItems: "center", minHeight: "32px", whiteSpace: "nowrap" },
});

const tickMs = 1_000;

/** Shows what time it is in the estate, and moves its clock forward. */
export function ClockControl() {
  const { move, movingTo, toasterId } = useClockMove();
  return (
    <>
      {movingTo === undefined ? <ClockMenu onMove={move} /> : <Moving to={movingTo} />}
      <Toaster toasterId={toasterId} position="top-end" />
    </>
  );
}

function Moving({ to }: { readonly to: Date }) {
  const styles = useStyles();
  return (
    <div role="status" className={styles.moving}>
      <Spinner size="tiny" appearance="inverted" label={`Moving to ${dateTimeInWords(to)}…`} />
    </div>
  );
}

function ClockMenu({ onMove }: { readonly onMove: (to: Date) => void }) {
  const styles = useStyles();
  const barButton = useBarButtonStyles();
  const now = useTickingNow();
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button
            appearance="transparent"
            className={mergeClasses(barButton.button, styles.trigger)}
            icon={<ClockRegular />}
            aria-label={`Move the clock, now ${dateTimeInWords(now)}`}
          >
            {dateTimeInWords(now)}
          </Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {clockChoices(now).map(({ label, to }) => (
              <MenuItem key={label} subText={dateTimeInWords(to)} onClick={() => onMove(to)}>
                {label}
              </MenuItem>
            ))}
            <MenuDivider />
            <MenuItem onClick={() => setAsking(true)}>Another date and time…</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      {isAsking && <CustomTimeDialog now={now} onMove={onMove} onClose={() => setAsking(false)} />}
    </>
  );
}

function useTickingNow(): Date {
  const clock = useEstateClock();
  const [, setTick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTick((tick) => tick + 1), tickMs);
    return () => clearInterval(timer);
  }, []);
  return clock();
}

function useClockMove() {
  const queries = useQueryClient();
  const toasterId = useId("clock");
  const { dispatchToast } = useToastController(toasterId);
  const say = (title: string, intent: "success" | "error", words?: string) =>
    dispatchToast(
      <Toast>
        <ToastTitle>{title}</ToastTitle>
        {words !== undefined && <ToastBody>{words}</ToastBody>}
      </Toast>,
      { intent, timeout: intent === "error" ? -1 : 6_000 },
    );
  const { mutate, variables, isPending } = useMutation({
    mutationFn: moveClock,
    onSuccess(clock) {
      setClock(queries, clock);
      say(
        `It is now ${dateTimeInWords(new Date(clock.now))}.`,
        "success",
        "Everything that became due on the way has run.",
      );
    },
    onError: ({ message }) => say("The clock did not move.", "error", message),
  });
  return { move: (to: Date) => mutate(to), movingTo: isPending ? variables : undefined, toasterId };
}
