import { describe, expect, it } from "vitest";
import { cameThroughList, isFromDiscussion } from "#api/domain/mail/list-headers.ts";
import { mailOf } from "./mail.ts";

type Given = NonNullable<Parameters<typeof mailOf>[0]>;

const residents = "residents@lists.example.org";

describe("a mail that came through a list", () => {
  it.each<[string, Given]>([
    ["the list's name", { headers: { "List-Id": "<residents.example.org>" } }],
    ["where to post to it", { headers: { "List-Post": "NO" } }],
    ["who sent it on", { headers: { "Resent-From": residents } }],
    ["the program that passed it on", { headers: { "X-BeenThere": residents } }],
    ["a list's owner as its sender", { headers: { Sender: "owner-residents@example.org" } }],
    ["a list's owner by another name", { headers: { Sender: "residents-owner@example.org" } }],
    ["a list's keeper as its sender", { headers: { Sender: "Residents-Admin@example.org" } }],
    ["where a list's bounces go", { headers: { Sender: "<residents-bounces@example.org>" } }],
    ["where a list takes requests", { headers: { Sender: "residents-request@example.org" } }],
    [
      "that it is answered where it was written to",
      {
        to: ["Residents@Lists.example.org"],
        replyTo: ["joan@example.com", residents.toUpperCase()],
      },
    ],
  ])("is told by %s", (_mark, given) => {
    expect(cameThroughList(mailOf(given))).toBe(true);
  });

  it.each<[string, Given]>([
    ["no mark at all", {}],
    ["an answer wanted elsewhere", { to: [residents], replyTo: ["joan@example.com"] }],
    ["somebody's secretary", { headers: { Sender: "joan.owner@example.org" } }],
    ["a landowner", { headers: { Sender: "landowner-joan@example.org" } }],
    ["a name that goes on", { headers: { Sender: "residents-admins@example.org" } }],
    ["a way to leave it", { headers: { "List-Unsubscribe": "<https://shop.example/u>" } }],
  ])("is not told by %s", (_what, given) => {
    expect(cameThroughList(mailOf(given))).toBe(false);
  });

  it("is a discussion only when a program for discussions passed it on", () => {
    expect(isFromDiscussion(mailOf({ headers: { "List-Subscribe": "<https://x>" } }))).toBe(true);
    expect(isFromDiscussion(mailOf({ headers: { "List-Id": "<a.example>" } }))).toBe(false);
  });
});
