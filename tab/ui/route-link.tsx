import { Link, makeStyles, type LinkProps } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useHref, useLinkClickHandler } from "react-router";

const useStyles = makeStyles({ link: { textDecorationLine: "underline" } });

type RouteLinkProps = {
  readonly to: string;
  readonly children: ReactNode;
  readonly appearance?: NonNullable<LinkProps["appearance"]>;
};

/** A link to another page of Redress. */
export function RouteLink({ to, children, appearance = "default" }: RouteLinkProps) {
  const styles = useStyles();
  return (
    <Link
      href={useHref(to)}
      onClick={useLinkClickHandler(to)}
      appearance={appearance}
      className={styles.link}
    >
      {children}
    </Link>
  );
}
