import { MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { RouteLink } from "../ui/route-link.tsx";

type ReceiptProps = {
  readonly message: string;
  readonly back: { readonly to: string; readonly title: string };
};

/** What was decided, after it was: stays until the person moves on. */
export function Receipt({ message, back }: ReceiptProps) {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => bar.current?.focus(), []);
  return (
    <div ref={bar} tabIndex={-1}>
      <MessageBar intent="success" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{message}</MessageBarTitle>{" "}
          <RouteLink to={back.to}>{back.title}</RouteLink>
        </MessageBarBody>
      </MessageBar>
    </div>
  );
}
