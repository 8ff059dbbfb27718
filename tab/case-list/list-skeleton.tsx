import { makeStyles, Skeleton, SkeletonItem, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  row: {
    display: "grid",
    gridTemplateColumns: "16px minmax(60px, 1fr) 96px",
    gap: tokens.spacingHorizontalM,
    alignItems: "center",
    minHeight: "36px",
    paddingInline: tokens.spacingHorizontalL,
  },
});

const rows = Array.from({ length: 12 }, (_, row) => row);

/** A list that is on its way. */
export function ListSkeleton() {
  const styles = useStyles();
  return (
    <Skeleton aria-label="Loading the list">
      {rows.map((row) => (
        <div key={row} className={styles.row}>
          <SkeletonItem shape="circle" size={16} />
          <SkeletonItem size={12} />
          <SkeletonItem size={12} />
        </div>
      ))}
    </Skeleton>
  );
}
