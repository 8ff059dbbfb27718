import { makeStyles, Skeleton, SkeletonItem, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  lines: { display: "grid", gap: tokens.spacingVerticalM, padding: tokens.spacingHorizontalL },
});

/** Stands for text that is on its way; `widths` are the lines' shares of the page, in per cent. */
export function SkeletonLines({
  label,
  widths,
}: {
  readonly label: string;
  readonly widths: readonly number[];
}) {
  return (
    <Skeleton aria-label={label} className={useStyles().lines}>
      {widths.map((width, index) => (
        // The lines never change places.
        <SkeletonItem key={index} size={16} style={{ width: `${width}%` }} />
      ))}
    </Skeleton>
  );
}
