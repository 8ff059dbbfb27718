import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  told: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
});

type ToldProps = {
  /** Whether it is why nothing is shown. */
  readonly alert?: boolean;
  readonly children: ReactNode;
};

/** Something to know about a file, beside what is in it. */
export function Told({ alert = false, children }: ToldProps) {
  return (
    <p className={useStyles().told} {...(alert && { role: "alert" })}>
      {children}
    </p>
  );
}
