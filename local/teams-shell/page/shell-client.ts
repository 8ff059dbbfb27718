import type { z } from "zod";
import {
  bankHolidaysAnswerSchema,
  chatAnswerSchema,
  citizenMailAnswerSchema,
  clockAnswerSchema,
  conversationsAnswerSchema,
  estateAnswerSchema,
  faultsAnswerSchema,
  invokeAnswerSchema,
  sendMailAnswerSchema,
  shellProblemSchema,
  taskAnswerSchema,
  tokenAnswerSchema,
  type BankHoliday,
  type BankHolidaysAnswer,
  type ChatAnswer,
  type CitizenMailAnswer,
  type ClockAnswer,
  type ConversationsAnswer,
  type EstateAnswer,
  type FaultRequest,
  type FaultsAnswer,
  type InvokeAnswer,
  type InvokeRequest,
  type MessageActionRequest,
  type SendMailAnswer,
  type SendMailRequest,
  type TaskAnswer,
} from "../api.ts";

const unreachable = "The shell's server does not answer. Is npm start still running?";

/** A request that brought no answer; the message says in words what to do. */
export class ShellProblemError extends Error {
  override readonly name = "ShellProblemError";
}

/** What the council and this machine are called, who works there, and what time it is. */
export const fetchEstate = (): Promise<EstateAnswer> => get("/shell/estate", estateAnswerSchema);

/** A single sign-on token for a person, as Teams gives one to a tab. */
export async function fetchToken(personId: string): Promise<string> {
  const { token } = await post(`${pathOfPerson(personId)}/token`, {}, tokenAnswerSchema);
  return token;
}

/** A person's whole chat with the bot. */
export const fetchChat = (personId: string): Promise<ChatAnswer> =>
  get(`${pathOfPerson(personId)}/chat`, chatAnswerSchema);

/** Says something to the bot in a person's name. */
export const sendChatText = (personId: string, text: string): Promise<void> =>
  post(`${pathOfPerson(personId)}/chat`, { text });

/** Notes that a person has seen their chat. */
export const markChatRead = (personId: string): Promise<void> =>
  post(`${pathOfPerson(personId)}/chat/read`, {});

/** Presses an Action.Execute of a card. */
export const invokeCardAction = (
  personId: string,
  activityId: string,
  press: InvokeRequest,
): Promise<InvokeAnswer> =>
  post(
    `${pathOfPerson(personId)}/chat/${encodeURIComponent(activityId)}/invoke`,
    press,
    invokeAnswerSchema,
  );

/** A person's conversations with colleagues. */
export const fetchConversations = (personId: string): Promise<ConversationsAnswer> =>
  get(`${pathOfPerson(personId)}/conversations`, conversationsAnswerSchema);

/** Chooses one of the app's actions on a colleague's message, or submits the form that it opened. */
export const actOnMessage = (
  personId: string,
  on: { readonly conversationId: string; readonly messageId: string },
  action: MessageActionRequest,
): Promise<TaskAnswer> => {
  const message = [on.conversationId, on.messageId].map(encodeURIComponent).join("/");
  return post(
    `${pathOfPerson(personId)}/conversations/${message}/action`,
    action,
    taskAnswerSchema,
  );
};

/** What is made to go wrong in the estate. */
export const fetchFaults = (): Promise<FaultsAnswer> => get("/shell/faults", faultsAnswerSchema);

/** Lets a fault happen so often from now on. */
export const setFault = (fault: string, request: FaultRequest): Promise<FaultsAnswer> =>
  post(`/shell/faults/${encodeURIComponent(fault)}`, request, faultsAnswerSchema);

/** Ends every fault. */
export async function endFaults(): Promise<FaultsAnswer> {
  const response = await request("/shell/faults", { method: "DELETE" });
  return faultsAnswerSchema.parse(await response.json());
}

/** The bank holidays proclaimed at this machine. */
export const fetchBankHolidays = (): Promise<BankHolidaysAnswer> =>
  get("/shell/bank-holidays", bankHolidaysAnswerSchema);

/** Adds a day to GOV.UK's list. */
export const proclaimBankHoliday = (day: BankHoliday): Promise<BankHolidaysAnswer> =>
  post("/shell/bank-holidays", day, bankHolidaysAnswerSchema);

/** Takes a proclaimed day off GOV.UK's list again. */
export async function withdrawBankHoliday(day: BankHoliday): Promise<BankHolidaysAnswer> {
  const response = await request("/shell/bank-holidays", withJson("DELETE", day));
  return bankHolidaysAnswerSchema.parse(await response.json());
}

/** Moves the estate's clock forward; answers when everything that became due has run. */
export const moveClock = (to: Date): Promise<ClockAnswer> =>
  post("/shell/clock", { to: to.toISOString() }, clockAnswerSchema);

/** A citizen's mailbox, oldest mail first. */
export const fetchCitizenMail = (address: string): Promise<CitizenMailAnswer> =>
  get(pathOfMail(address), citizenMailAnswerSchema);

/** Sends an e-mail in a citizen's name. */
export const sendCitizenMail = (address: string, mail: SendMailRequest): Promise<SendMailAnswer> =>
  post(pathOfMail(address), mail, sendMailAnswerSchema);

const pathOfPerson = (personId: string): string => `/shell/people/${encodeURIComponent(personId)}`;
const pathOfMail = (address: string): string =>
  `/shell/citizens/${encodeURIComponent(address)}/mail`;

async function get<Answer>(path: string, schema: z.ZodType<Answer>): Promise<Answer> {
  const response = await request(path);
  return schema.parse(await response.json());
}

async function post(path: string, body: unknown): Promise<void>;
async function post<Answer>(
  path: string,
  body: unknown,
  schema: z.ZodType<Answer>,
): Promise<Answer>;
async function post<Answer>(path: string, body: unknown, schema?: z.ZodType<Answer>) {
  const response = await request(path, withJson("POST", body));
  return schema?.parse(await response.json());
}

const withJson = (method: string, body: unknown): RequestInit => ({
  method,
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});

async function request(path: string, init?: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch (cause) {
    throw new ShellProblemError(unreachable, { cause });
  }
  if (!response.ok) throw new ShellProblemError(await problemOf(response));
  return response;
}

async function problemOf(response: Response): Promise<string> {
  const text = await response.text();
  try {
    return shellProblemSchema.parse(JSON.parse(text)).message;
  } catch {
    // Not the shell's own words, such as a proxy's page: the status is all there is to say.
    return `The shell's server answered ${response.status} ${response.statusText}.`;
  }
}
