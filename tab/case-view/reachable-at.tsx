import { makeStyles } from "@fluentui/react-components";
import type { CaseDetail } from "#api/contract/case-detail.ts";

const useStyles = makeStyles({ way: { overflowWrap: "anywhere" } });

/** Who complains, and every way there is to reach them. */
export function ReachableAt({ complainant }: Pick<CaseDetail, "complainant">) {
  const styles = useStyles();
  const { name, email, phone, address, references = [] } = complainant;
  const ways = [
    // Whoever wrote without a name goes by their address already.
    email === name ? undefined : email,
    phone,
    // An address is written in lines, and stands in one here.
    address?.split(/\s*\n\s*/).join(", "),
    ...references,
  ];
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
