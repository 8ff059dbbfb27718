import { RouteLink } from "../ui/route-link.tsx";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";

const counted = new Intl.NumberFormat("en-GB");

type NumberLinkProps = {
  readonly count: number;
  readonly to: string;
  /** What it counts, for whoever hears the link alone. */
  readonly what: string;
};

/** A number that leads to the list of what it counts. */
export function NumberLink({ count, to, what }: NumberLinkProps) {
  return (
    <RouteLink to={to}>
      {counted.format(count)} <VisuallyHidden>{what}</VisuallyHidden>
    </RouteLink>
  );
}
