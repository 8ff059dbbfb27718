import type { HttpResponseInit } from "@azure/functions";
import { CheckLetter } from "../../contract/letter-check.ts";
import { PrepareLetter } from "../../contract/prepared-letter.ts";
import { refused } from "../../domain/result.ts";
import type { PostedFile } from "../../services/letters/letter-for-post.ts";
import { paperForms } from "../../services/ports/paper.ts";
import { attachmentHeaders } from "./attachment-response.ts";
import type { Endpoint } from "./endpoint.ts";
import { readJson } from "./read-json.ts";
import { signedIn, type HttpParts } from "./signed-in.ts";

/** A letter of a case: checked, prepared, and as a Word or PDF file to print and post. */
export function letterEndpoints(parts: HttpParts): Endpoint[] {
  const { desk } = parts;
  return [
    {
      name: "check-letter",
      method: "POST",
      route: "api/cases/{caseId}/letter-check",
      handler: signedIn(parts, async (person, request) => {
        const body = await readJson(request, CheckLetter);
        return body.ok
          ? desk.checkLetter(person, request.params.caseId ?? "", body.value.text)
          : body;
      }),
    },
    {
      name: "prepare-letter",
      method: "POST",
      route: "api/cases/{caseId}/prepared-letter",
      handler: signedIn(parts, async (person, request) => {
        const body = await readJson(request, PrepareLetter);
        return body.ok ? desk.prepareLetter(person, request.params.caseId ?? "", body.value) : body;
      }),
    },
    {
      name: "letter-for-post",
      method: "GET",
      route: "api/cases/{caseId}/letters/{text}/as/{form}",
      handler: signedIn(parts, async (person, { params }) => {
        const { caseId = "", text = "" } = params;
        const form = paperForms.find((one) => one === params.form);
        if (form === undefined) return refused(noSuchForm);
        const file = await desk.letterForPost(person, { caseId, text, form });
        return file.ok ? fileResponse(file.value) : file;
      }),
    },
  ];
}

const types = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pdf: "application/pdf",
} as const;

function fileResponse({ name, form, content }: PostedFile): HttpResponseInit {
  return { status: 200, body: content, headers: attachmentHeaders(name, types[form]) };
}

const noSuchForm = {
  kind: "not-found",
  message: "A letter can be had as docx or as pdf.",
} as const;
