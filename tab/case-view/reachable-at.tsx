import { makeStyles } from "@fluentui/react-components";
import type { CaseDetail } from "#api/contract/case-detail.ts";

const useStyles = makeStyles({ way: { overflowWrap: "anywhere" } });

/** Who complains, and every way there is to reach them. */
export function ReachableAt({ complainant }: Pick<CaseDetail, "complainant">) {
  const styles = useStyles();
  const { name, email, phone, address } = complainant;
  // An address is written in lines, and stands in one here.
  const ways = [email, phone, address?.split(/\s*\n\s*/).join(", ")];
  return (
    <>
      <span>{name}</span>
      {ways.map(
        (way) =>
          way !== undefined && (
            <span key={way} className={styles.way}>
              {way}
            </span>
          ),
      )}
    </>
  );
}
