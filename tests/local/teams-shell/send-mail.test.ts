import { expect, it } from "vitest";
import { sendMail } from "#local/teams-shell/server/send-mail.ts";

it("says where it looked when no mail server answers", async () => {
  const sending = await sendMail(
    { host: "127.0.0.1", port: 9 },
    {
      from: "margaret.ellis@example.org",
      date: new Date("2026-11-02T09:00:00Z"),
      mail: { to: "complaints@wexcombe.gov.uk", subject: "Bins", text: "Full.", attachments: [] },
      mailbox: [],
    },
  );

  expect(sending).toEqual({
    kind: "unreachable",
    why: "No mail server answers at 127.0.0.1:9.",
  });
});
